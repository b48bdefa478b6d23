/*
 * Diagrams, drawn: by Mermaid, in the colours of diagram.css, with what a reader needs around a drawing.
 *
 * Fetched when the first diagram is needed (diagram.js). Which Mermaid draws, index.js of this folder or of bagan/ says.
 */
import { write } from "../tulisan.js"
import { tidy } from "./tidy.js"

/** A diagram that still has this share of its size is shown as a whole, a wider one scrolls. */
const READABLE = 0.75

/** Colours of Mermaid's own theme, replaced by those of diagram.css. */
const COLOURS = `
  .node .label-container, .node rect, .node polygon, .node path {
    fill: var(--sop-lambang); stroke: var(--sop-lambang-garis); filter: none }
  .node.ujung .label-container { fill: var(--sop-lambang-ujung) }
  .node polygon.label-container { fill: var(--sop-lambang-putus) }
  .node .label, .node .label span, .node .label p { color: var(--sop-lambang-teks) }
  .flowchart-link, .edgePaths .path { stroke: var(--sop-lambang-garis) }
  .marker, .marker path, .arrowMarkerPath {
    fill: var(--sop-lambang-garis); stroke: var(--sop-lambang-garis) }
  .edgeLabel, .edgeLabel p, .edgeLabel .label, .edgeLabel span, .labelBkg {
    background-color: var(--sop-lambang-bidang); color: var(--sop-lambang-teks) }
  .edgeLabel p { padding: 0 4px; margin: 0 -4px }
  .edgeLabel foreignObject { overflow: visible }
  .edgeLabel rect { fill: var(--sop-lambang-bidang); opacity: 1 }
  .swimlane.cluster:not([data-color-id]) rect { stroke: var(--sop-lambang-tepi) !important }
  .cluster rect.swimlane-body { fill: var(--sop-lambang-bidang) }
  .cluster rect.swimlane-title { fill: var(--sop-lambang-judul) }
  .swimlane-label span, .swimlane-label p {
    color: var(--sop-lambang-teks); font-size: 12px; line-height: 1.3 }`

/** What Mermaid is told. */
export const OPTIONS = {
  startOnLoad: false,
  securityLevel: "strict",
  suppressErrorRendering: true,
  logLevel: "fatal",
  look: "neo",
  theme: "redux",
  themeCSS: COLOURS,
  swimlane: { ignoreCrossLaneEdges: false, useMaxWidth: false },
  flowchart: {
    nodeSpacing: 25, rankSpacing: 40, wrappingWidth: 130, minNodeWidth: 100, useMaxWidth: false
  }
}

let count = 0

/** Start a Mermaid in the letters of the page, and give a function that draws with it: (holder, source). */
export function drawer(mermaid, options = {}) {
  const { fontFamily } = getComputedStyle(document.body)
  mermaid.initialize({ ...OPTIONS, fontFamily, ...options })
  const letters = document.fonts.load(`14px ${fontFamily}`)
  return async (holder, source) => {
    await letters
    const view = make("div", "sop-diagram__gulir")
    holder.replaceChildren(view)
    const { svg } = await mermaid.render(`sop-diagram-${++count}`, source, view)
    view.innerHTML = svg
    tidy(view.firstElementChild)
    linkUp(view)
    finish(holder, view, view.querySelector("svg"))
  }
}

/** Mermaid writes the links of symbols in XLink, which what collects the links of a page does not read. */
function linkUp(view) {
  const XLINK = "http://www.w3.org/1999/xlink"
  for (const link of view.querySelectorAll("svg a")) {
    const goal = link.getAttributeNS(XLINK, "href")
    if (!goal || link.hasAttribute("href")) continue
    link.setAttribute("href", goal)
    link.removeAttributeNS(XLINK, "href")
  }
}

function make(tag, className, text = "") {
  const node = document.createElement(tag)
  node.className = className
  node.textContent = text
  return node
}

/** Add what a reader needs around a drawing: names, and a choice where it is too wide. */
function finish(holder, view, svg) {
  svg.setAttribute("aria-roledescription", write(TULISAN.diagram.nama).toLowerCase())
  const title = svg.querySelector("title")?.textContent
  const name = write(title ? TULISAN.diagram.bernama : TULISAN.diagram.nama, { judul: title })
  const button = make("button", "sop-diagram__tombol")
  button.type = "button"
  const bar = make("div", "sop-diagram__alat")
  bar.append(make("span", "sop-diagram__petunjuk", write(TULISAN.diagram.petunjuk)), button)
  holder.prepend(bar)
  holder.dataset.diagram = "siap"

  let wish
  const natural = svg.viewBox.baseVal.width
  const arrange = () => {
    const share = view.clientWidth / natural
    const isWide = share < 1
    const isFit = isWide && (wish ?? share >= READABLE)
    bar.hidden = !isWide
    button.textContent = write(isFit ? TULISAN.diagram.perbesar : TULISAN.diagram.seluruhnya)
    view.classList.toggle("sop-diagram__gulir--muat", isFit)
    region(view, isWide && !isFit, name)
    bar.firstChild.hidden = isFit
  }
  button.addEventListener("click", () => {
    wish = !view.classList.contains("sop-diagram__gulir--muat")
    arrange()
  })
  sizes.observe(view)
  view.arrange = arrange
  arrange()
}

/** A view that scrolls can be reached and scrolled with the keyboard, and says what it is. */
function region(view, scrolls, name) {
  const attributes = { tabindex: "0", role: "region", "aria-label": write(TULISAN.diagram.digeser, { nama: name }) }
  for (const [key, value] of Object.entries(attributes))
    if (scrolls) view.setAttribute(key, value)
    else view.removeAttribute(key)
}

const sizes = new ResizeObserver(entries => {
  for (const { target } of entries) target.arrange()
})
