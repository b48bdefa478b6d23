/* table[data-urut] sorts by the buttons that its heads become; on a phone by a list above it. */
{
  const collator = new Intl.Collator("id", { numeric: true })
  const value = (row, i) => {
    const cell = row.cells[i], key = cell.dataset.nilai
    return key ? +key : cell.querySelector(".sop-kosong") ? null : cell.textContent.trim()
  }
  const compare = (a, b) => typeof a == "number" ? a - b : collator.compare(a, b)
  const start = () => document.querySelectorAll("table[data-urut]").forEach(table => {
    if (table.dataset.urut) return
    table.dataset.urut = "siap"
    const heads = [...table.tHead.rows[0].cells], body = table.tBodies[0]
    const choice = document.createElement("select")
    const sort = (i, down) => {
      const rows = [...body.rows].map(row => [value(row, i), row])
      rows.sort(([a], [b]) => a === null || b === null ? (a === null) - (b === null)
        : down ? compare(b, a) : compare(a, b))
      body.append(...rows.map(([, row]) => row))
      heads.forEach((head, n) => n == i
        ? head.ariaSort = down ? "descending" : "ascending" : head.removeAttribute("aria-sort"))
      choice.value = `${i}${down ? "-" : ""}`
    }
    heads.forEach((head, i) => {
      const button = document.createElement("button"), name = head.textContent
      button.type = "button"
      button.append(...head.childNodes)
      button.onclick = () => sort(i, head.ariaSort == "ascending")
      head.append(button)
      const number = body.rows[0]?.cells[i].dataset.nilai
      choice.add(new Option(`${name}, ${number ? "terkecil dulu" : "A–Z"}`, i))
      choice.add(new Option(`${name}, ${number ? "terbesar dulu" : "Z–A"}`, `${i}-`))
    })
    choice.onchange = () => sort(parseInt(choice.value), choice.value.endsWith("-"))
    const label = document.createElement("label")
    label.className = "sop-waktu-urut"
    label.append("Urutkan menurut ", choice)
    table.parentElement.before(label)
  })
  start()
  window.document$?.subscribe(start)
}
