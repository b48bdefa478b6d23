/*
 * Diagrams: sees to it that every div.mermaid is drawn that comes near the viewport.
 *
 * What draws is fetched when the first diagram is needed and from this site only: the small Mermaid of diagram/ for the
 * swimlanes of SOPs, the whole one of bagan/ for what that one does not know. A drawing takes its colours from the
 * custom properties of diagram.css, so that a change of palette and printing in light colours need no second drawing.
 * What cannot be drawn stays readable as its source.
 */
"use strict"

import { write } from "./tulisan.js"

{
  /** Distance to the viewport at which drawing starts. */
  const NEAR = "600px"

  /** What draws, the small one first: under which name a script says so. */
  const DRAWERS = [[BUNDLES.diagram, "sopDiagram"], [BUNDLES.bagan, "sopBagan"]]

  const here = document.currentScript.src

  /** Promises of what draws; one for all diagrams, so that a failure to fetch is met only once a page. */
  let drawers = []

  /** Diagrams are drawn one after another: Mermaid keeps state while it draws. */
  let queue = Promise.resolve()

  function load([file, name]) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script")
      script.src = new URL(file, here)
      script.onload = () => resolve(window[name])
      script.onerror = () => reject(new Error(`${script.src} tidak dapat dimuat`))
      document.head.append(script)
    })
  }

  /** Source of a diagram: the fence does not escape, so a <br/> of a label has become an element. */
  function sourceOf(holder) {
    const copy = holder.cloneNode(true)
    for (const line of copy.querySelectorAll("br")) line.replaceWith("<br/>")
    return copy.textContent
  }

  async function draw(holder) {
    if (!holder.isConnected) return
    const source = sourceOf(holder)
    const first = /^\s*swimlane/.test(source) ? 0 : 1
    let failure
    for (let i = first; i < DRAWERS.length; i++) {
      try {
        const drawer = await (drawers[i] ??= load(DRAWERS[i]))
        return await drawer(holder, source)
      } catch (error) {
        if (!holder.isConnected) return // the page has gone on meanwhile
        failure = error
      }
    }
    fail(holder, source, failure)
  }

  function make(tag, className, text) {
    const node = document.createElement(tag)
    node.className = className
    node.textContent = text
    return node
  }

  /** Show the source and say so; the console hears of it once a page. */
  function fail(holder, source, error) {
    holder.replaceChildren(
      make("p", "sop-diagram__pesan", write(TULISAN.diagram.gagal)), make("pre", "sop-diagram__sumber", source.trim())
    )
    holder.dataset.diagram = "gagal"
    if (!fail.told) console.warn(`Diagram: ${error?.message ?? error}`)
    fail.told = true
  }

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
    if (fail.told) drawers = []
    fail.told = false
    for (const holder of holders) {
      known.add(holder)
      approach.observe(holder)
    }
  }

  /** For scripts that put diagrams on a page later. */
  window.sopGambarDiagram = start

  /* Where Material cannot navigate without reloading, its document$ may end without a word */
  start()
  window.document$?.subscribe(start)
}
