/*
 * Small helps that pages work without: the search field of the home page, and tables that are
 * wider than the page.
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

  /** A table that fits needs no box that scrolls, and its head may stick to the window. */
  const sizes = new ResizeObserver(entries => {
    for (const { target } of entries) arrange(target.closest(".sop-gulir"))
  })

  function arrange(box) {
    const table = box?.querySelector("table")
    if (!table) return
    const fits = table.offsetWidth <= box.offsetWidth + 1
    box.classList.toggle("sop-gulir--muat", fits)
    if (fits) box.removeAttribute("tabindex")
    else box.tabIndex = 0
  }

  function start() {
    startSearchField()
    sizes.disconnect()
    for (const box of document.querySelectorAll(".sop-gulir")) {
      sizes.observe(box)
      sizes.observe(box.querySelector("table"))
    }
  }

  start()
  window.document$?.subscribe(start)
}
