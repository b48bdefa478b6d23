/*
 * A comparison begins with the SOP that one came from (?mulai=), with that of "instansi saya", or with the one that is
 * chosen: its column is the first. Where stages are cards, those of the others wait behind a button in each of them.
 */
import { write } from "./tulisan.js"
{
  const CARDS = "sop-banding--milik"

  /** The SOP to begin with, of those that are compared; empty for the order of the handbook. */
  function first(all) {
    const asked = new URLSearchParams(location.search).get("mulai")
    if (all.includes(asked)) return asked
    try {
      const { pathname } = new URL(JSON.parse(document.querySelector("#__config").textContent).base, location.href)
      const { id } = JSON.parse(localStorage.getItem(`sop-instansi:${pathname}`)) ?? {}
      return all.find((sop) => sop.startsWith(`${id}/`)) ?? ""
    } catch {
      return ""
    }
  }

  /** Put the cells of every row in an order of columns; `order` are numbers as they stood at first. */
  function arrange(table, order) {
    for (const row of table.rows) {
      const cells = [...row.cells].slice(1)
      const place = (cell) => order.indexOf(Number(/sop-banding-k(\d+)/.exec(cell.className)[1]))
      row.append(...cells.sort((a, b) => place(a) - place(b)))
    }
  }

  const count = (row) => row.querySelectorAll("td:not(:nth-child(2), .sop-banding-kosong)").length

  /** A button in each stage for what the others do there. */
  function fold(table, on) {
    for (const button of table.querySelectorAll(".sop-banding-lain")) button.parentElement.remove()
    table.classList.toggle(CARDS, on)
    for (const row of on ? table.querySelectorAll(".sop-banding-tahap tr") : []) {
      row.classList.remove("sop-banding-terbuka")
      const others = count(row)
      if (!others) continue
      const button = document.createElement("button")
      button.type = "button"
      button.className = "sop-banding-lain"
      button.ariaExpanded = "false"
      button.textContent = write(TULISAN.banding.lihat, { banyak: others })
      button.onclick = () => {
        const open = row.classList.toggle("sop-banding-terbuka")
        button.ariaExpanded = String(open)
        button.textContent = open ? write(TULISAN.banding.tutup) : write(TULISAN.banding.lihat, { banyak: others })
      }
      const line = document.createElement("p")
      line.append(button)
      row.cells[1].firstElementChild.append(line)
    }
  }

  function show(page, sop) {
    const table = page.querySelector(".sop-banding-tabel")
    const heads = [...table.tHead.querySelectorAll("[data-sop]")]
    const number = (head) => Number(/sop-banding-k(\d+)/.exec(head.className)[1])
    const own = heads.find((head) => head.dataset.sop === sop)
    const order = heads.map(number).sort((a, b) => a - b)
    if (own) {
      order.unshift(...order.splice(order.indexOf(number(own)), 1))
      const shown = page.querySelector(`#sop-banding-pilih-${number(own)}`)
      if (shown) shown.checked = true
    }
    arrange(table, order)
    fold(table, Boolean(own))
  }

  function start() {
    const page = document.querySelector(".sop-banding")
    const choice = page?.querySelector(".sop-banding-awal select")
    if (!choice || choice.dataset.siap) return
    choice.dataset.siap = "ya"
    choice.value = first([...choice.options].map((option) => option.value).filter(Boolean))
    if (choice.value) show(page, choice.value)
    choice.onchange = () => show(page, choice.value)
  }

  start()
  window.document$?.subscribe(start)
}
