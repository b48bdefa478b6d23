/*
 * A small help that pages work without: the search field of the home page.
 */
"use strict"

{
  /** Open Material's search with what was typed so far. */
  function openSearch(text) {
    const toggle = document.querySelector("#__search")
    const query = document.querySelector("[data-md-component='search-query']")
    if (!toggle || !query) return
    if (!toggle.checked) toggle.click()
    query.value = text
    query.focus()
    query.dispatchEvent(new Event("input", { bubbles: true }))
    query.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
  }

  function startSearchField() {
    const form = document.querySelector(".sop-cari")
    if (!form || form.dataset.siap) return
    form.dataset.siap = "ya"
    form.hidden = false
    const field = form.querySelector("input")
    const go = event => {
      event.preventDefault()
      const text = field.value
      field.value = ""
      openSearch(text)
    }
    form.addEventListener("submit", go)
    field.addEventListener("input", go)
    field.addEventListener("click", go)
  }

  function start() {
    startSearchField()
  }

  start()
  window.document$?.subscribe(start)
}
