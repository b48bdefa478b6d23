/*
 * Diagrams: draws every div.mermaid that comes near the viewport, with our own copy of Mermaid.
 *
 * The library is fetched when the first diagram is needed and from this site only: as an ES module,
 * or from file:// (where browsers refuse modules) as one classic script. A drawing takes its
 * colours from the custom properties of diagram.css, so that a change of palette and printing in
 * light colours need no second drawing. What cannot be drawn stays readable as its source.
 */
"use strict"

{
  const TEXT = {
    name: "Diagram alir",
    whole: "Lihat seluruhnya",
    large: "Perbesar",
    hint: "Geser ke samping untuk melihat seluruh diagram.",
    failed: "Diagram tidak dapat digambar. Alurnya tetap dapat dibaca pada tabel langkah."
  }

  /** Distance to the viewport at which drawing starts. */
  const NEAR = "600px"

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

  const OPTIONS = {
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

  const base = new URL("../../aset/mermaid/", document.currentScript.src)

  /** Promise of the library; one for all diagrams, so that a failure is met only once a page. */
  let library

  /** Diagrams are drawn one after another: Mermaid keeps state while it draws. */
  let queue = Promise.resolve()
  let count = 0

  function loadScript(url) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script")
      script.src = url
      script.onload = () => resolve(window.mermaid)
      script.onerror = () => reject(new Error(`${url} tidak dapat dimuat`))
      document.head.append(script)
    })
  }

  async function loadLibrary() {
    const mermaid = location.protocol === "file:"
      ? await loadScript(new URL("mermaid.min.js", base).href)
      : (await import(new URL("mermaid.esm.min.mjs", base).href)).default
    const { fontFamily } = getComputedStyle(document.body)
    mermaid.initialize({ ...OPTIONS, fontFamily })
    await document.fonts.load(`14px ${fontFamily}`)
    return mermaid
  }

  /** Source of a diagram: the fence does not escape, so a <br/> of a label has become an element. */
  function sourceOf(holder) {
    const copy = holder.cloneNode(true)
    for (const line of copy.querySelectorAll("br")) line.replaceWith("<br/>")
    return copy.textContent
  }

  function make(tag, className, text = "") {
    const node = document.createElement(tag)
    node.className = className
    node.textContent = text
    return node
  }

  async function draw(holder) {
    if (!holder.isConnected) return
    const source = sourceOf(holder)
    const view = make("div", "sop-diagram__gulir")
    try {
      const mermaid = await (library ??= loadLibrary())
      holder.replaceChildren(view)
      const { svg } = await mermaid.render(`sop-diagram-${++count}`, source, view)
      view.innerHTML = svg
      window.sopTidyDiagram(view.firstElementChild)
      finish(holder, view, view.querySelector("svg"))
    } catch (error) {
      if (holder.isConnected) fail(holder, source, error) // else the page has gone on meanwhile
    }
  }

  /** Show the source and say so; the console hears of it once a page. */
  function fail(holder, source, error) {
    holder.replaceChildren(
      make("p", "sop-diagram__pesan", TEXT.failed), make("pre", "sop-diagram__sumber", source.trim())
    )
    holder.dataset.diagram = "gagal"
    if (!fail.told) console.warn(`Diagram: ${error?.message ?? error}`)
    fail.told = true
  }

  /** Add what a reader needs around a drawing: names, and a choice where it is too wide. */
  function finish(holder, view, svg) {
    svg.setAttribute("aria-roledescription", TEXT.name.toLowerCase())
    const title = svg.querySelector("title")?.textContent
    const name = title ? `${TEXT.name}: ${title}` : TEXT.name
    const button = make("button", "sop-diagram__tombol")
    button.type = "button"
    const bar = make("div", "sop-diagram__alat")
    bar.append(make("span", "sop-diagram__petunjuk", TEXT.hint), button)
    holder.prepend(bar)
    holder.dataset.diagram = "siap"

    let wish
    const natural = svg.viewBox.baseVal.width
    const arrange = () => {
      const share = view.clientWidth / natural
      const isWide = share < 1
      const isFit = isWide && (wish ?? share >= READABLE)
      bar.hidden = !isWide
      button.textContent = isFit ? TEXT.large : TEXT.whole
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
    const attributes = { tabindex: "0", role: "region", "aria-label": `${name} (dapat digeser)` }
    for (const [key, value] of Object.entries(attributes))
      if (scrolls) view.setAttribute(key, value)
      else view.removeAttribute(key)
  }

  const sizes = new ResizeObserver(entries => {
    for (const { target } of entries) target.arrange()
  })

  const approach = new IntersectionObserver(entries => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue
      approach.unobserve(target)
      queue = queue.then(() => draw(target))
    }
  }, { rootMargin: `${NEAR} 0px` })

  /** Diagrams that are waited for, being drawn or drawn. */
  const known = new WeakSet()

  /** Look for the diagrams of a page, at first and after every instant navigation. */
  function start() {
    const holders = [...document.querySelectorAll("div.mermaid")].filter(one => !known.has(one))
    if (!holders.length) return
    approach.disconnect()
    sizes.disconnect()
    if (fail.told) library = undefined
    fail.told = false
    for (const holder of holders) {
      known.add(holder)
      approach.observe(holder)
    }
  }

  /* Where Material cannot navigate without reloading, its document$ may end without a word */
  start()
  window.document$?.subscribe(start)
}
