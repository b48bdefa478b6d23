/*
 * The page of an SOP: its diagram is folded on phones and stands open where there is room, and a link to what is
 * folded opens it. A diagram is fetched and drawn when it can be seen (diagram.js), so never before it is open.
 */
"use strict"

{
  /** Where a diagram shows one lane and a half, nobody wants it between the steps and what follows. */
  const NARROW = matchMedia("(max-width: 45em)")
  const FOLDS = "details[data-buka]"

  function unfold() {
    for (const fold of document.querySelectorAll(FOLDS)) {
      if (fold.dataset.siap) continue
      fold.dataset.siap = "ya"
      if (!NARROW.matches) fold.open = true
    }
  }

  /** Open what an anchor names: the fold that it is in, or the one below it. */
  function reveal(hash) {
    const goal = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)))
    if (!goal) return
    const fold = goal.closest(FOLDS) ??
      (/^H[2-4]$/.test(goal.tagName) ? goal.parentElement.querySelector(`:scope > ${FOLDS}`) : null)
    if (fold) fold.open = true
  }

  document.addEventListener("click", ({ target }) => {
    const href = target.closest?.("a")?.getAttribute("href") ?? ""
    if (href.startsWith("#")) reveal(href)
  })
  addEventListener("hashchange", () => reveal(location.hash))

  function start() {
    unfold()
    reveal(location.hash)
  }

  start()
  window.document$?.subscribe(start)
}
