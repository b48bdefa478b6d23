/*
 * Dragging rows by their number and lanes by their head, with mouse, pen or finger; a line shows where they would go.
 */
import { isLane } from "./kisi.js"
import { el } from "./dom.js"

/** Pixels that a pointer moves before it is a drag and not a click. */
const SLACK = 5
/** How near to the edge of the window the page scrolls by itself, in pixels. */
const EDGE = 60

/** Let rows and lanes of a grid be dragged: `drop(place, to)` is told the index at which it lands. */
export function draggable(kisi, drop) {
  let drag = null
  const root = kisi.root

  root.addEventListener("pointerdown", event => {
    const place = kisi.placeOf(event.target)
    if (!place || event.button || root.classList.contains("sunting--menunjuk")) return
    const row = place.k === "no" && place.n >= 0
    const lane = place.n === -1 && isLane(place.k)
    if (!row && !lane) return
    drag = { place, row, x: event.clientX, y: event.clientY, id: event.pointerId, on: false }
  })

  const move = event => {
    if (!drag || event.pointerId !== drag.id) return
    if (!drag.on) {
      if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < SLACK) return
      begin()
    }
    event.preventDefault()
    drag.last = event
    aim(event)
  }

  function begin() {
    drag.on = true
    drag.cells = rowsOrLanes(kisi, drag)
    drag.line = el("div", { class: `sunting-garis sunting-garis--${drag.row ? "baris" : "lajur"}`, "aria-hidden": "true" })
    document.body.append(drag.line)
    root.classList.add("sunting--menyeret")
    drag.cells[drag.from = drag.cells.findIndex(one => one.key === (drag.row ? drag.place.n : drag.place.k))]?.nodes
      .forEach(node => node.classList.add("sunting-diseret"))
    drag.timer = setInterval(scroll, 16)
  }

  /** Where it would land: before the first one whose middle lies behind the pointer. */
  function aim({ clientX, clientY }) {
    const at = drag.row ? clientY : clientX
    const boxes = drag.cells.map(one => around(one.nodes))
    let to = boxes.findIndex(box => at < (drag.row ? box.top + box.bottom : box.left + box.right) / 2)
    if (to < 0) to = boxes.length
    drag.to = to
    const box = boxes[Math.min(to, boxes.length - 1)]
    const end = to === boxes.length
    const whole = around([drag.cells[0].nodes[0].closest("table, ol")])
    Object.assign(drag.line.style, drag.row
      ? { top: `${end ? box.bottom : box.top}px`, left: `${Math.max(whole.left, 0)}px`, width: `${Math.min(whole.right, innerWidth) - Math.max(whole.left, 0)}px` }
      : { left: `${end ? box.right : box.left}px`, top: `${whole.top}px`, height: `${whole.bottom - whole.top}px` })
  }

  function scroll() {
    const { clientX, clientY } = drag.last ?? {}
    if (clientY === undefined) return
    const by = clientY < EDGE + 60 ? -8 : clientY > innerHeight - EDGE ? 8 : 0
    if (drag.row && by) scrollBy(0, by)
    const side = drag.cells[0].nodes[0].closest(".sunting-tabel")
    if (!drag.row && side) side.scrollLeft += clientX < EDGE ? -8 : clientX > innerWidth - EDGE ? 8 : 0
    aim(drag.last)
  }

  const end = event => {
    if (!drag || event.pointerId !== drag.id) return
    const { on, from, to, place, timer, line } = drag
    drag = null
    if (!on) return
    clearInterval(timer)
    line.remove()
    root.classList.remove("sunting--menyeret")
    root.querySelectorAll(".sunting-diseret").forEach(node => node.classList.remove("sunting-diseret"))
    if (event.type === "pointercancel" || to === undefined) return
    const target = to > from ? to - 1 : to
    if (target !== from) drop(place, target)
  }

  document.addEventListener("pointermove", move, { passive: false })
  document.addEventListener("pointerup", end)
  document.addEventListener("pointercancel", end)
  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && drag) end({ type: "pointercancel", pointerId: drag.id })
  })
}

function rowsOrLanes(kisi, { row, place }) {
  const rows = kisi.grid[place.t]
  if (row) return kisi.rowNumbers(place.t).map(n => ({ key: n, nodes: [...rows.get(n).values()] }))
  return [...rows.get(-1).keys()].map(k => ({ key: k, nodes: [...rows.values()].map(one => one.get(k)).filter(Boolean) }))
}

/** The box around several elements, in the window. */
function around(nodes) {
  const boxes = nodes.map(node => node.getBoundingClientRect())
  return {
    top: Math.min(...boxes.map(box => box.top)), bottom: Math.max(...boxes.map(box => box.bottom)),
    left: Math.min(...boxes.map(box => box.left)), right: Math.max(...boxes.map(box => box.right))
  }
}
