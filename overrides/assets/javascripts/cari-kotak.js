/*
 * The fields of the search, and "instansi saya" on the pages of offices. What they do comes when one of them is first
 * used (hasil/), so that pages stay light.
 */
"use strict"

import { write } from "./tulisan.js"

{
  const source = new URL(BUNDLES.hasil, document.currentScript.src)

  let loaded

  /** Load what shows results; tried again after a failure. The engine comes with it where a search begins. */
  function load(search) {
    loaded ??= new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement("script"), { src: source.href })
      script.onload = () => resolve(window.sopHasil)
      script.onerror = error => { loaded = undefined; script.remove(); reject(error) }
      document.head.append(script)
    })
    if (search) window.sopCari.siapkan().catch(() => {})
    return loaded
  }

  const toggle = () => document.querySelector("#__search")
  const header = () => document.querySelector("[data-sop-cari=kepala]")
  const field = () => document.querySelector(".sop-cari")

  function open(on) {
    if (toggle().checked !== on) toggle().click()
    if (!on) header()?.querySelector("input").blur()
  }

  /** Make a form search once it is used. */
  async function attach(form) {
    if (form.hasil) return form.hasil
    const inHeader = form === header()
    const place = inHeader ? document.querySelector(".md-search .sop-hasil") : form.parentElement.querySelector(".sop-hasil")
    form.hasil = load(true).then(({ attach }) => {
      const results = attach(form, place, inHeader ? { opened: open } : {})
      if (form.querySelector("input").value) results.ask()
      return results
    })
    form.hasil.catch(() => { form.hasil = undefined })
    return form.hasil
  }

  function prepare(form) {
    if (!form || form.dataset.siap) return
    form.dataset.siap = "ya"
    form.hidden = false
    const input = form.querySelector("input")
    for (const event of ["focus", "input"]) input.addEventListener(event, () => attach(form))
    form.addEventListener("submit", event => {
      event.preventDefault()
      if (!form.hasil) attach(form).then(results => results.enter())
    })
    if (form === header()) input.addEventListener("focus", () => open(true))
    // Who was quicker than the page is typing already
    if (document.activeElement === input) {
      if (form === header()) open(true)
      attach(form)
    }
  }

  let watching

  /** While the field of the home page is in sight, the header has none (stylesheets/cari.css). */
  function watchField() {
    watching?.disconnect()
    const passed = on => document.body.classList.toggle("sop-cari-lewat", on)
    passed(false)
    const large = document.querySelector(".sop-cari--besar")
    if (!large) return
    watching = new IntersectionObserver(([{ isIntersecting }]) => passed(!isIntersecting), { rootMargin: "-60px 0px 0px" })
    watching.observe(large)
  }

  /** What the address asks for: ?q=... in the field of the page, or else in the header's panel. */
  async function asked() {
    const query = new URL(location.href).searchParams.get("q")
    if (!query) return
    const form = field() ?? header()
    if (form === header()) open(true)
    ;(await attach(form)).search(query)
  }

  function examples(event) {
    const link = event.target.closest?.(".sop-cari__contoh a")
    if (!link || !field()) return
    event.preventDefault()
    event.stopPropagation()
    attach(field()).then(results => results.search(link.textContent))
  }

  /** "/", "s" or "f" begins a search, as before. */
  function shortcut(event) {
    const { key, target } = event
    if (!["/", "s", "f"].includes(key) || event.ctrlKey || event.metaKey || event.altKey) return
    if (target.isContentEditable || target.closest?.("input, select, textarea")) return
    event.preventDefault()
    const form = field() ?? header()
    if (form === header()) open(true)
    form.querySelector("input").focus()
  }

  /** On the page of an office: make it one's own, or no more. */
  async function ownOffice(place) {
    const { choose, chosen } = await load()
    const { instansi: id, nama } = place.dataset
    const mine = chosen()?.id === id
    const button = Object.assign(document.createElement("button"), {
      type: "button", className: "sop-tombol", textContent: write(mine ? TULISAN.kantor.lepas : TULISAN.kantor.jadikan)
    })
    button.addEventListener("click", () => {
      choose(mine ? undefined : { id, nama })
      ownOffice(place).then(() => place.querySelector("button").focus())
    })
    place.replaceChildren(mine ? `${write(TULISAN.kantor.ini)} ` : "", button)
    place.hidden = false
  }

  function start() {
    prepare(header())
    prepare(field())
    watchField()
    for (const place of document.querySelectorAll("[data-instansi-saya]"))
      if (place.dataset.instansi) ownOffice(place).catch(() => {})
      else load().then(({ offer }) => offer(place)).catch(() => {})
    asked().catch(() => {})
  }

  document.addEventListener("click", examples, { capture: true })
  document.addEventListener("keydown", shortcut)
  toggle()?.addEventListener("change", () => toggle().checked && header()?.querySelector("input").focus())
  prepare(header())
  prepare(field())
  if (window.document$) window.document$.subscribe(start)
  else start()
}
