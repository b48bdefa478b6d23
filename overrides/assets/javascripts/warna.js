/*
 * The button for colours: as the device asks, light, dark. Shown before the page is painted (partials/javascripts/palette.html);
 * here it is heard, and what was chosen is kept where Material keeps it.
 */
{
  const form = document.querySelector(".sop-warna")
  const chosen = () => [...form.elements].findIndex((input) => input.checked)

  /** Show the colours of a choice at once: what passes slowly otherwise would be seen between the two. */
  function show(index) {
    document.body.setAttribute("data-md-color-switching", "")
    const shown = window.sopWarna(index)
    requestAnimationFrame(() => setTimeout(() => document.body.removeAttribute("data-md-color-switching")))
    return shown
  }

  if (form && window.sopWarna) {
    form.addEventListener("change", () => window.__md_set("__palette", { index: show(chosen()) }))
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return
      event.preventDefault()
      const next = form.elements[(chosen() + 1) % form.elements.length]
      next.click()
      next.focus()
    })
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => show())
  }
}
