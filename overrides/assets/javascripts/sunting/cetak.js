/*
 * The sheet of a draft on paper, or as the PDF that a browser makes of it, for a meeting. It is no sheet of the office: each
 * page says that it is a proposal.
 */
import { el } from "./dom.js"

/** The papers of sheets as CSS names them: short side, long side. */
const PAPERS = { a4: ["210mm", "297mm"], f4: ["215mm", "330mm"], letter: ["215.9mm", "279.4mm"], folio: ["215.9mm", "330.2mm"] }

const today = () => new Date().toLocaleDateString("id-ID", { dateStyle: "long" })

/** Print the sheet as the engine draws it (`html`), and nothing else of the page. */
export function printSheet(html) {
  const sheet = el("div", { class: "sunting-cetak md-typeset" })
  sheet.innerHTML = html // the engine's own drawing
  for (const one of sheet.querySelectorAll("[id]")) one.removeAttribute("id")
  const { kertas, arah } = sheet.querySelector("[data-kertas]").dataset
  const [short, long] = PAPERS[kertas] ?? PAPERS.a4
  const size = arah === "potret" ? `${short} ${long}` : `${long} ${short}`
  const paper = el("style", {}, `@page sunting { size: ${size}; margin: 16mm 10mm 12mm 15mm; @top-right { content: "USULAN · ${today()}"; font: bold 9pt sans-serif; color: #a00; } @bottom-right { content: "Halaman " counter(page) " dari " counter(pages); font: 8pt sans-serif; } }`)
  sheet.prepend(el("p", { class: "sunting-cetak__usulan" }, `USULAN, belum disahkan. Dicetak ${today()}.`))
  document.head.append(paper)
  document.body.append(sheet)
  document.documentElement.classList.add("sunting--cetak")
  const end = () => {
    document.documentElement.classList.remove("sunting--cetak")
    sheet.remove()
    paper.remove()
  }
  addEventListener("afterprint", end, { once: true })
  window.print()
}
