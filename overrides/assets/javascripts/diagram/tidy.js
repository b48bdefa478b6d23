/*
 * Diagrams, tidied: what Mermaid's swimlane renderer leaves crooked in a finished drawing.
 *
 * It may send a line past its corner and back along itself, let a straight line lean by a pixel or
 * two, end it beside a decision, set a label over another line, and let the heads of lanes spill over. The drawing knows where everything stands, so it is mended
 * there; which arrows exist, and from where to where they lead, stays as it is.
 */
/** Radius of a rounded corner, and how far a line may lean before it means to. */
const RADIUS = 7
const LEANING = 12

/** Distance of the points by which a line is probed, and what a label keeps from other things. */
const PROBE = 5
const CLEAR = 3

/** How far a label would rather move than hide a corner of its own line. */
const CORNER = 40

/** Above and below the words of a lane's head, and between the heads and the first symbols. */
const HEAD = 6
const AIR = 10

/** What a line keeps from the symbol that it leads to, and from where on it does not reach it. */
const GAP = 4
const AWAY = 14

/** What a line keeps from the side of a symbol along which it runs. */
const BESIDE = 9

/** What a drawing without conflict is worth: more than any distance. */
const CONFLICT = 10_000

/** Put a finished drawing in order. */
export function tidy(svg) {
  giveRoom(svg)
  const paths = [...svg.querySelectorAll("path.flowchart-link")]
  const diamonds = [...svg.querySelectorAll(".node")].map(diamond).filter(Boolean)
  const boxes = [...svg.querySelectorAll(".node")].map(rectangle).filter(Boolean)
  for (const path of paths) {
    straighten(path)
    stepAside(path, boxes)
    reach(path, diamonds)
  }
  placeLabels(svg, paths)
}

/** Give the heads of the lanes the height of their words, and what stands below them some air. */
function giveRoom(svg) {
  const heights = [...svg.querySelectorAll(".swimlane-label foreignObject")]
    .map(words => words.height.baseVal.value)
  const height = Math.max(...heights) + 2 * HEAD
  let top = Infinity
  for (const lane of svg.querySelectorAll(".swimlane.cluster")) {
    const [head, body] = [".swimlane-title", ".swimlane-body"].map(one => lane.querySelector(one))
    const label = lane.querySelector(".swimlane-label")
    const words = label?.querySelector("foreignObject")
    if (!head || !body || !words) continue
    const bottom = head.y.baseVal.value + head.height.baseVal.value - AIR
    const depth = body.height.baseVal.value + body.y.baseVal.value - bottom
    set(head, { y: bottom - height, height })
    set(body, { y: bottom, height: depth })
    const left = label.transform.baseVal.consolidate().matrix.e
    const above = bottom - (height + words.height.baseVal.value) / 2
    label.setAttribute("transform", `translate(${left}, ${above})`)
    top = Math.min(top, bottom - height)
  }
  const { x, y, width, height: old } = svg.viewBox.baseVal
  const raised = y - (top - HEAD)
  if (raised <= 0 || !Number.isFinite(raised)) return
  svg.setAttribute("viewBox", [x, y - raised, width, old + raised].join(" "))
  if (svg.hasAttribute("height")) svg.setAttribute("height", old + raised)
}

function set(element, attributes) {
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
}

/** Redraw a line without detours along itself and without leaning; a line of another kind stays. */
function straighten(path) {
  const drawn = pointsOf(path.getAttribute("d"))
  if (!drawn) return
  const points = upright(simplified(drawn))
  if (points.length < 2 || !isChanged(drawn, points)) return
  path.setAttribute("d", rounded(points))
  dash(path)
}

/** Points of a line of straight pieces, bridges and rounded corners, each corner as it was before rounding. */
function pointsOf(text) {
  const points = []
  for (const [, command, rest] of text.matchAll(/([A-DF-Z])([^A-DF-Z]*)/gi)) {
    if (!"MLQA".includes(command)) return null
    const numbers = (rest.match(/-?[\d.]+(?:e-?\d+)?/gi) ?? []).map(Number)
    if (command === "A") numbers.splice(0, 5) // a bridge over another line: only where it ends
    for (let i = 0; i < numbers.length; i += 2) points.push([numbers[i], numbers[i + 1]])
  }
  return points
}

/** Leave out each point that is no corner: on its way, or where the line turns back upon itself. */
function simplified(points) {
  const kept = []
  for (const point of points) {
    kept.push(point)
    while (kept.length > 2 && isStraight(...kept.slice(-3))) kept.splice(-2, 1)
    if (kept.length > 1 && distance(...kept.slice(-2)) < 0.5) kept.splice(-2, 1)
  }
  return kept
}

/** Whether three points lie on one line, within half a pixel. */
function isStraight(a, b, c) {
  const cross = (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])
  return Math.abs(cross) <= 0.5 * Math.max(distance(a, b), distance(b, c))
}

function distance(a, b) {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}

/** Make the first and the last piece upright that lean a little: the corner keeps its place. */
function upright(points) {
  const result = points.map(point => [...point])
  lean(result[0], result[1])
  if (result.length > 2) lean(result.at(-1), result.at(-2))
  else if (result.length === 2 && leans(...result)) result[1][0] = result[0][0]
  return simplified(result)
}

function lean(end, corner) {
  if (corner && leans(end, corner)) end[0] = corner[0]
}

function leans(a, b) {
  const across = Math.abs(a[0] - b[0])
  return across > 0 && across <= LEANING && Math.abs(a[1] - b[1]) > 2 * across
}

/** Whether the new points are another line, not the same one with its corners named. */
function isChanged(drawn, points) {
  const length = line =>
    line.slice(1).reduce((sum, point, i) => sum + distance(line[i], point), 0)
  const ends = line => [line[0], line.at(-1)]
  const moved = ends(drawn).some((end, i) => distance(end, ends(points)[i]) > 0.01)
  return moved || length(drawn) - length(points) > 0.5
}

function rounded(points) {
  let text = `M${points[0]}`
  for (let i = 1; i < points.length - 1; i++) {
    const radius = Math.min(
      RADIUS, distance(points[i - 1], points[i]) / 2, distance(points[i], points[i + 1]) / 2
    )
    text += `L${towards(points[i], points[i - 1], radius)}`
    text += `Q${points[i]} ${towards(points[i], points[i + 1], radius)}`
  }
  return `${text}L${points.at(-1)}`
}

function towards(from, to, length) {
  const share = length / distance(from, to)
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
}

/** Middle and half of the width and height of a decision, in the units of the drawing's lines. */
function diamond(node) {
  const outline = node.querySelector("polygon.label-container")
  if (!outline) return null
  const { x, y, width, height } = outline.getBBox()
  const toSvg = node.ownerSVGElement.getScreenCTM().inverse().multiply(outline.getScreenCTM())
  const middle = new DOMPoint(x + width / 2, y + height / 2).matrixTransform(toSvg)
  return { middle: [middle.x, middle.y], half: [width / 2, height / 2] }
}

/** Give the sides of a symbol that fills its box: [lows, highs], each as [x, y]. */
function rectangle(node) {
  const outline = node.querySelector(".label-container:not(polygon)")
  if (!outline) return null
  const { x, y, width, height } = outline.getBBox()
  const toSvg = node.ownerSVGElement.getScreenCTM().inverse().multiply(outline.getScreenCTM())
  const corners = [[x, y], [x + width, y + height]]
  return corners.map(([u, v]) => {
    const at = new DOMPoint(u, v).matrixTransform(toSvg)
    return [at.x, at.y]
  })
}

/** Move the inner pieces of a line off the sides of symbols: on a side it seems to enter or leave there. */
function stepAside(path, boxes) {
  const drawn = pointsOf(path.getAttribute("d"))
  const points = drawn && simplified(drawn)
  if (!points || points.length < 4) return
  let moved = false
  for (let i = 1; i < points.length - 2; i++) {
    const across = [0, 1].find(k => Math.abs(points[i][k] - points[i + 1][k]) < 0.5)
    if (across === undefined) continue
    const ends = [points[i], points[i + 1]].map(point => point[1 - across]).sort((a, b) => a - b)
    const at = freeOf(boxes, points[i][across], ends, across)
    const isSameWay = [points[i - 1], points[i + 2]].every(point =>
      (at - point[across]) * (points[i][across] - point[across]) > 0)
    if (at === points[i][across] || !isSameWay) continue
    points[i][across] = points[i + 1][across] = at
    moved = true
  }
  if (!moved) return
  path.setAttribute("d", rounded(points))
  dash(path)
}

/** Where a piece between two ends lies clear of all boxes, as near as can be; where it is, if nowhere. */
function freeOf(boxes, at, [low, high], across) {
  const beside = boxes
    .filter(([lows, highs]) => low < highs[1 - across] && high > lows[1 - across])
    .map(([lows, highs]) => [lows[across] - BESIDE, highs[across] + BESIDE])
  const isFree = place => !beside.some(([from, to]) => place > from + 0.1 && place < to - 0.1)
  const places = beside.flat().filter(place => Math.abs(place - at) <= 2 * BESIDE && isFree(place))
  if (isFree(at) || !places.length) return at
  return places.reduce((a, b) => (Math.abs(b - at) < Math.abs(a - at) ? b : a))
}

/** Lead a line on that ends at a corner of the box around a decision, where nothing is drawn. */
function reach(path, diamonds) {
  const points = pointsOf(path.getAttribute("d"))
  const corners = points && simplified(points)
  if (!corners || corners.length < 3) return
  const [before, corner, end] = corners.slice(-3)
  const target = diamonds.find(({ middle, half }) =>
    [0, 1].every(k => Math.abs(end[k] - middle[k]) <= half[k] + AWAY))
  if (!target || outside(end, target) <= AWAY) return
  const along = Math.abs(end[0] - corner[0]) > Math.abs(end[1] - corner[1]) ? 0 : 1
  const across = 1 - along
  const side = Math.sign(end[across] - target.middle[across])
  const from = Math.sign(corner[along] - target.middle[along])
  end[across] = corner[across] = target.middle[across] + side * target.half[across] / 2
  end[along] = target.middle[along] + from * (target.half[along] / 2 + GAP)
  if (Math.abs(before[along] - corner[along]) > 0.5) return
  path.setAttribute("d", rounded([...corners.slice(0, -2), corner, end]))
  dash(path)
}

/** How far a point lies outside a decision, measured along one of its axes; negative inside. */
function outside(point, { middle, half }) {
  const [x, y] = [0, 1].map(k => Math.abs(point[k] - middle[k]) / half[k])
  return (x + y - 1) * Math.min(...half)
}

/** Renew the dashes, which Mermaid counts out for the length so that none shows behind the head. */
function dash(path) {
  const old = path.style.strokeDasharray.split(/[\s,]+/).map(parseFloat)
  if (old.length < 4 || old.some(Number.isNaN)) return
  const gap = old.at(-1)
  const length = Math.max(0, path.getTotalLength() - gap)
  path.style.strokeDasharray = path.classList.contains("edge-pattern-dotted")
    ? `${"2 2 ".repeat(Math.floor(length / 4))}0 ${gap + 4}`
    : `0 0 ${length} ${gap}`
}

/** Move each label along its own line to where it covers no other line, symbol or label. */
function placeLabels(svg, paths) {
  const lines = new Map(paths.map(path => [path.dataset.id, probes(path)]))
  const symbols = [...svg.querySelectorAll(".node")].map(shape)
  const labels = [...svg.querySelectorAll(".edgeLabel[id^=edge-label]")]
    .map(label => ({ label, box: (label.querySelector("p") ?? label).getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1)
  for (const one of labels) {
    const own = paths.find(path => one.label.id.endsWith(`-${path.dataset.id}`))
    if (!own) continue
    const others = [...lines].flatMap(([id, points]) => id === own.dataset.id ? [] : points)
    const boxes = labels.filter(other => other !== one).map(other => other.box)
    place(one, lines.get(own.dataset.id), { others, boxes, symbols })
  }
}

function place(one, own, things) {
  const { width, height, x, y } = one.box
  const start = [x + width / 2, y + height / 2]
  let best = { cost: Infinity }
  for (const at of [nearest(own, start), ...own]) {
    const box = new DOMRect(at[0] - width / 2, at[1] - height / 2, width, height)
    const cost = CONFLICT * conflicts(box, own, things) + CORNER * bends(box, own)
      + distance(at, start)
    if (cost < best.cost) best = { cost, at, box }
    if (cost < CORNER) break
  }
  if (!best.at || distance(best.at, start) < 1) return
  move(one.label, best.at[0] - start[0], best.at[1] - start[1])
  one.box = best.box
}

function nearest(points, to) {
  return points.reduce((a, b) => (distance(b, to) < distance(a, to) ? b : a), points[0])
}

/** Count what a label would cover: other lines, other labels, symbols, its own arrow's ends. */
function conflicts(box, own, { others, boxes, symbols }) {
  return others.filter(point => holds(box, point)).length
    + 20 * boxes.filter(other => meets(box, other)).length
    + 20 * symbols.filter(symbol => symbol(box)).length
    + 5 * [own[0], own.at(-1)].filter(point => holds(box, point, 2 * PROBE)).length
}

/** Whether a label hides a corner of its own line. */
function bends(box, own) {
  const inside = own.filter(point => holds(box, point, 0))
  const spread = k => Math.max(...inside.map(p => p[k])) - Math.min(...inside.map(p => p[k]))
  return inside.length > 1 && spread(0) > 2 && spread(1) > 2 ? 1 : 0
}

function holds(box, [x, y], clear = CLEAR) {
  return x > box.left - clear && x < box.right + clear
    && y > box.top - clear && y < box.bottom + clear
}

function meets(a, b) {
  return a.left < b.right + CLEAR && b.left < a.right + CLEAR
    && a.top < b.bottom + CLEAR && b.top < a.bottom + CLEAR
}

/** Points along a line, in pixels of the window. */
function probes(path) {
  const matrix = path.getScreenCTM()
  const length = path.getTotalLength()
  const count = Math.max(2, Math.ceil(length / PROBE))
  return Array.from({ length: count + 1 }, (_, i) => {
    const { x, y } = path.getPointAtLength(length * i / count).matrixTransform(matrix)
    return [x, y]
  })
}

/** Give a function that tells whether a box touches a symbol; a diamond leaves its corners free. */
function shape(node) {
  const box = (node.querySelector(".label-container") ?? node).getBoundingClientRect()
  if (!node.querySelector("polygon.label-container")) return other => meets(box, other)
  const middle = [box.x + box.width / 2, box.y + box.height / 2]
  return other => {
    const x = Math.max(other.left, Math.min(middle[0], other.right)) - middle[0]
    const y = Math.max(other.top, Math.min(middle[1], other.bottom)) - middle[1]
    return Math.abs(x) / box.width + Math.abs(y) / box.height < 0.5
  }
}

/** Move a label by pixels of the window. */
function move(label, x, y) {
  const { a, d } = label.parentNode.getScreenCTM()
  const [left, top] = label.getAttribute("transform").match(/-?[\d.]+/g).map(Number)
  label.setAttribute("transform", `translate(${left + x / a}, ${top + y / d})`)
}
