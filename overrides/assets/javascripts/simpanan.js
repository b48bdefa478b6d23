/*
 * Reading without a connection: pages that come from the store of the device (pekerja.js) say how old they are and ask
 * for the new one; an office can be kept whole; and the page shown instead of a missing one lists what is there.
 */
import { settled } from "./giliran.js"
import { write } from "./tulisan.js"
{
  const scope = () => new URL(`${window.__md_scope ?? new URL("./", location.href)}`)
  const when = (time) =>
    new Intl.DateTimeFormat("id-ID", { dateStyle: "long", timeStyle: "short" }).format(new Date(time))
  const possible = () =>
    "serviceWorker" in navigator && window.isSecureContext && document.querySelector("link[rel=manifest]")

  /** Register the worker; resolves when one is at work. */
  async function register() {
    await navigator.serviceWorker.register(new URL("pekerja.js", scope()), { scope: scope().pathname })
    return navigator.serviceWorker.ready
  }

  /** Ask the worker for something; `heard` is called with each word of it, and the last is returned. */
  async function command(order, heard = () => {}) {
    const place = await navigator.serviceWorker.ready
    await settled(place)
    const { active } = place
    const channel = new MessageChannel()
    return new Promise((resolve) => {
      channel.port1.onmessage = ({ data }) => {
        heard(data)
        if (data.selesai || data.gagal) resolve(data)
      }
      active.postMessage(order, [channel.port2])
    })
  }

  /** What is kept whole. */
  async function keptOffices() {
    const cache = await caches.open(`${scope().href}#instansi`)
    return Promise.all((await cache.keys()).map(async (request) => (await cache.match(request)).json()))
  }

  /* ---- A page from the store ---- */

  const PAUSE = 20000
  let waiting = 0

  /** Ask whether the page is still what is published, until there is an answer. */
  async function check(line) {
    clearTimeout(waiting)
    if (!line.isConnected) return
    try {
      const answer = await fetch(location.href, { headers: { "x-simpanan-periksa": "ya" } })
      tellAge(line, await answer.json())
    } catch {
      waiting = setTimeout(check, PAUSE, line)
    }
  }

  function tellAge(line, { sama, hilang }) {
    const text = line.querySelector("p")
    if (sama) {
      line.classList.add("sop-simpanan--sama")
      text.textContent = write(TULISAN.simpanan.sama)
      return
    }
    line.classList.add("sop-simpanan--lain")
    text.textContent = write(hilang ? TULISAN.simpanan.hilang : TULISAN.simpanan.diganti)
    if (hilang) return
    const button = document.createElement("button")
    button.type = "button"
    button.className = "sop-tombol"
    button.textContent = write(TULISAN.simpanan.muat)
    button.onclick = () => location.reload()
    line.append(button)
  }

  /* ---- Keeping an office ---- */

  const WHY = {
    ruang: TULISAN.simpanan.ruang,
    penuh: TULISAN.simpanan.penuh,
    tiada: TULISAN.simpanan.tiada,
    bukan: TULISAN.simpanan.bukan,
    sambungan: TULISAN.simpanan.sambungan,
  }

  async function startOffice(box) {
    const [save, drop] = box.querySelectorAll("button")
    const status = box.querySelector("[role=status]")
    const id = box.dataset.simpananInstansi
    const show = (kept) => {
      save.textContent = kept ? write(TULISAN.simpanan.perbarui) : save.dataset.tulisan
      drop.hidden = !kept
      status.textContent = kept
        ? write(TULISAN.simpanan.tersimpan, { banyak: kept.jumlah, waktu: when(kept.waktu) })
        : ""
    }
    save.dataset.tulisan ??= save.textContent
    save.onclick = async () => {
      save.disabled = true
      status.textContent = write(TULISAN.simpanan.menyimpan)
      navigator.storage?.persist?.()
      await register()
      const last = await command({ perintah: "simpan", id }, ({ sudah, dari }) => {
        if (sudah) status.textContent = write(TULISAN.simpanan.menyimpan_dari, { banyak: sudah, semua: dari })
      })
      save.disabled = false
      if (last.gagal) status.textContent = write(WHY[last.gagal] ?? WHY.sambungan)
      else show(last)
    }
    drop.onclick = async () => {
      await command({ perintah: "hapus", id })
      show(null)
      status.textContent = write(TULISAN.simpanan.dihapus)
      save.focus()
    }
    show((await keptOffices()).find((one) => one.id === id))
    box.hidden = false
  }

  /* ---- What is there, where a page is not ---- */

  async function listStored(list) {
    const from = new URLSearchParams(location.search).get("dari")
    const again = document.querySelector("[data-simpanan-lagi]")
    if (from !== null && again) {
      const url = new URL(scope())
      const wanted = new URL(from, url)
      if (wanted.href.startsWith(url.href)) again.href = wanted.href
      document.querySelector("[data-simpanan-sunting]").hidden = !wanted.href.startsWith(new URL("sunting/", url).href)
    }
    const items = (await keptOffices()).map((one) => [new URL(one.alamat, scope()), one.nama, one.waktu])
    const offices = new Set(items.map(([url]) => url.href))
    const pages = await caches.open(`${scope().href}#halaman`)
    for (const request of (await pages.keys()).reverse()) {
      if (offices.has(request.url)) continue
      const { headers } = await pages.match(request)
      const title = decoded(decodeURIComponent(headers.get("x-simpanan-judul") ?? ""))
      items.push([new URL(request.url), title.replace(/ - [^-]*$/, "") || request.url, headers.get("x-simpanan-waktu")])
    }
    list.replaceChildren(...items.map(([url, name, time]) => {
      const item = document.createElement("li"), link = document.createElement("a")
      link.href = url.href
      link.textContent = name
      item.append(link, ` ${write(TULISAN.simpanan.dari, { waktu: when(time) })}`)
      return item
    }))
    list.parentElement.querySelector("[data-simpanan-kosong]").hidden = items.length > 0
  }

  /** A title is HTML in its page. */
  function decoded(html) {
    return new DOMParser().parseFromString(html, "text/html").documentElement.textContent
  }

  function start() {
    if (!possible()) return
    const line = document.querySelector("[data-simpanan]")
    if (line) check(line)
    for (const box of document.querySelectorAll("[data-simpanan-instansi]")) startOffice(box)
    const list = document.querySelector("[data-simpanan-daftar]")
    if (list) listStored(list)
  }

  /** Keep offices fresh, when the page itself has what it needs. */
  async function refresh(now) {
    if (!possible() || navigator.connection?.saveData) return
    await register()
    command({ perintah: "segarkan", segera: now })
  }

  addEventListener("online", () => {
    const line = document.querySelector("[data-simpanan]")
    if (line) check(line)
    refresh(true)
  })
  if (possible()) {
    if (document.readyState === "complete") setTimeout(refresh, 2000, false)
    else addEventListener("load", () => setTimeout(refresh, 2000, false))
  }
  start()
  window.document$?.subscribe(start)
}
