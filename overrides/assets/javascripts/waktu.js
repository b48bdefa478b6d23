/*
 * Tables that a reader sorts: table[data-urut] by the buttons that its heads become, and on a phone by the list above
 * it, which has its place from the start. A cell's data-nilai is the number that it sorts by; what is empty comes last, up or down.
 */
import { write } from "./tulisan.js"
{
  const collator = new Intl.Collator("id", { numeric: true })

  /** What a cell sorts by: a number, a text, or null where it is empty. */
  function valueOf(cell) {
    if (cell.dataset.nilai) return Number(cell.dataset.nilai)
    return cell.querySelector(".sop-kosong") ? null : cell.textContent.trim()
  }

  function compareValues(a, b) {
    return typeof a === "number" ? a - b : collator.compare(a, b)
  }

  function compareCells(a, b, descending) {
    if (a === null || b === null) return (a === null) - (b === null)
    return descending ? compareValues(b, a) : compareValues(a, b)
  }

  function sortRows(body, column, descending) {
    const rows = [...body.rows].map((row) => ({ row, value: valueOf(row.cells[column]) }))
    rows.sort((a, b) => compareCells(a.value, b.value, descending))
    body.append(...rows.map(({ row }) => row))
  }

  /** Say on the heads, and in the list, by which column the table is sorted. */
  function showOrder(heads, choice, column, descending) {
    heads.forEach((head, n) => {
      if (n !== column) head.removeAttribute("aria-sort")
      else head.ariaSort = descending ? "descending" : "ascending"
    })
    choice.value = `${column}${descending ? "-" : ""}`
  }

  function addButton(head, press) {
    const button = document.createElement("button")
    button.type = "button"
    button.append(...head.childNodes)
    button.onclick = press
    head.append(button)
  }

  function addChoices(choice, name, column, isNumber) {
    const [up, down] = isNumber
      ? [TULISAN.urut.terkecil, TULISAN.urut.terbesar]
      : [TULISAN.urut.abjad, TULISAN.urut.abjad_balik]
    choice.add(new Option(write(up, { kolom: name }), column))
    choice.add(new Option(write(down, { kolom: name }), `${column}-`))
  }

  function startTable(table) {
    if (table.dataset.urut) return
    table.dataset.urut = "siap"
    const heads = [...table.tHead.rows[0].cells]
    const body = table.tBodies[0]
    const choice = table.previousElementSibling.querySelector("select")

    function sort(column, descending) {
      sortRows(body, column, descending)
      showOrder(heads, choice, column, descending)
    }

    heads.forEach((head, column) => {
      addChoices(choice, head.textContent, column, Boolean(body.rows[0]?.cells[column].dataset.nilai))
      addButton(head, () => sort(column, head.ariaSort === "ascending"))
    })
    choice.onchange = () => sort(parseInt(choice.value), choice.value.endsWith("-"))
  }

  function start() {
    document.querySelectorAll("table[data-urut]").forEach(startTable)
  }

  start()
  window.document$?.subscribe(start)
}
