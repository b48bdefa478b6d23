/*
 * Marks the words on a page that it was found by: the address carries them (?h=rapat+notulen).
 *
 * Material does so where its own search is on the page.
 */
"use strict"

{
  const NEVER = "script, style, svg, mark, [popover], [data-md-component=search]"

  /** Wrap the words of a text that are looked for; returns how many. */
  function wrap(node, pattern) {
    const text = node.textContent
    const parts = []
    let done = 0
    for (const { 0: word, index } of text.matchAll(pattern)) {
      const mark = document.createElement("mark")
      mark.dataset.mdHighlight = ""
      mark.textContent = word
      parts.push(text.slice(done, index), mark)
      done = index + word.length
    }
    if (!parts.length) return
    parts.push(text.slice(done))
    node.replaceWith(...parts)
  }

  function mark() {
    const asked = new URLSearchParams(location.search).get("h")
    const content = document.querySelector(".md-content article")
    if (!asked || !content || document.forms.namedItem("search") || content.dataset.bertanda) return
    content.dataset.bertanda = "ya"
    const words = asked.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
    if (!words.length) return
    const either = words.sort((a, b) => b.length - a.length).join("|")
    const pattern = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${either})(?![\\p{L}\\p{M}\\p{N}])`, "giu")
    // Whoever came to a row reads that row; all over the page the same words only disturb
    const row = document.getElementById(location.hash.slice(1))?.closest("article tr")
    const walk = document.createNodeIterator(row ?? content, NodeFilter.SHOW_TEXT)
    const nodes = []
    for (let node; (node = walk.nextNode());) if (!node.parentElement.closest(NEVER)) nodes.push(node)
    for (const node of nodes) wrap(node, pattern)
  }

  mark()
  window.document$?.subscribe(mark)
}
