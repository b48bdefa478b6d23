/*
 * Above the search results: which misspelt words were read as others.
 *
 * The search worker (cari.js) hides its note in the title of the first result; here it is said in words.
 */
"use strict"

{
  const note = document.createElement("p")
  note.className = "sop-ejaan"
  note.setAttribute("role", "status")

  /** Words in a row, each set apart. */
  function say(meant) {
    const words = meant.flatMap((word, i) => {
      const strong = document.createElement("strong")
      strong.textContent = word
      return i ? [", ", strong] : [strong]
    })
    note.replaceChildren("Menampilkan hasil untuk ", ...words)
  }

  function show(list) {
    const data = list.querySelector("[data-ejaan]")?.dataset.ejaan
    note.hidden = !data
    if (data) say(JSON.parse(data).map(([, meant]) => meant))
    else note.replaceChildren()
  }

  function start() {
    const list = document.querySelector(".md-search-result__list")
    if (!list || list.previousElementSibling === note) return
    list.before(note)
    note.hidden = true
    new MutationObserver(() => show(list)).observe(list, { childList: true })
  }

  start()
  window.document$?.subscribe(start)
}
