/*
 * Lists that are filtered while somebody types: a field with data-saring="#id" filters the children of that list,
 * or what has data-saring-butir in it. Words are looked for in any order.
 *
 * A list that stands on several pages has its rows in a script (data-saring-semua), which loads when somebody types,
 * also from a folder without a server: all of it is filtered, and what is found shows in place of the list. A link of
 * old to something that has moved to another page of the list is led there.
 */
import { write } from "./tulisan.js"
{
  /** Rows that are shown at once; more say so. */
  const SHOWN = 100
  const loaded = new Map()
  const waiting = new Map()

  /** What a script of rows calls: [title, address from the root of the site, what else to say]. */
  window.sopSaring = (name, rows) => {
    waiting.get(name)?.(rows.map(([title, address, note]) => ({
      title, address, note, text: `${title} ${note}`.toLowerCase(),
    })))
  }

  /** The rows behind a field; loaded once, and asked for again when loading failed. */
  function rowsOf(field) {
    const address = new URL(field.dataset.saringSemua, location).href
    if (!loaded.has(address)) {
      loaded.set(address, new Promise((resolve, reject) => {
        waiting.set(address.replace(/^.*\/|\.js$/g, ""), resolve)
        const script = document.createElement("script")
        script.src = address
        script.onerror = () => {
          loaded.delete(address)
          reject(new Error(address))
        }
        document.head.append(script)
      }))
    }
    return loaded.get(address)
  }

  const wordsOf = (field) => field.value.toLowerCase().split(/\s+/).filter(Boolean)
  const addressOf = (field, row) => new URL(field.dataset.saringAkar + row.address, location).href

  /** The words that an item is found by: what stands on it, and what data-saring-butir adds. */
  function textOf(item) {
    item.saringText ??= `${item.dataset.saringButir ?? ""} ${item.textContent}`.toLowerCase()
    return item.saringText
  }

  function itemsOf(list) {
    const marked = list.querySelectorAll("[data-saring-butir]")
    return [...(marked.length ? marked : list.children)]
  }

  /** Hide what does not have all words; return how many items are left. */
  function filter(items, words) {
    let left = 0
    for (const item of items) {
      item.hidden = !words.every((word) => textOf(item).includes(word))
      if (!item.hidden) left += 1
    }
    return left
  }

  function rowItem(field, row) {
    const item = document.createElement("li")
    const link = document.createElement("a")
    link.href = addressOf(field, row)
    link.textContent = row.title
    item.append(link)
    if (row.note) {
      const note = document.createElement("span")
      note.className = "sop-catatan"
      note.textContent = row.note
      item.append(" ", note)
    }
    return item
  }

  /** The list of what was found, below the field; what it stands for is hidden meanwhile. */
  function resultsOf(field) {
    const box = field.parentElement
    let results = box.nextElementSibling
    if (!results?.matches(".sop-saring__hasil")) {
      results = document.createElement("ul")
      results.className = "sop-saring__hasil"
      results.hidden = true
      box.after(results)
    }
    return results
  }

  const count = (found, all) => write(found ? TULISAN.saring.cocok : TULISAN.saring.tiada, { banyak: found, semua: all })

  async function filterAll(field, status) {
    const results = resultsOf(field)
    const list = document.querySelector(field.dataset.saring)
    const words = wordsOf(field)
    results.hidden = !words.length
    list.hidden = Boolean(words.length)
    if (!words.length) {
      results.replaceChildren()
      status.textContent = ""
      return
    }
    try {
      const rows = await rowsOf(field)
      if (words.join() !== wordsOf(field).join()) return
      const found = rows.filter((row) => words.every((word) => row.text.includes(word)))
      results.replaceChildren(...found.slice(0, SHOWN).map((row) => rowItem(field, row)))
      status.textContent = found.length > SHOWN
        ? write(TULISAN.saring.terbatas, { banyak: found.length, semua: rows.length, batas: SHOWN })
        : count(found.length, rows.length)
    } catch {
      list.hidden = false
      results.hidden = true
      status.textContent = write(TULISAN.saring.gagal)
    }
  }

  /** Follow a link of old to what stands on another page of the list now. */
  async function followMoved(field) {
    const anchor = location.hash
    if (anchor.length < 2 || document.getElementById(decodeURIComponent(anchor.slice(1)))) return
    const rows = await rowsOf(field).catch(() => [])
    const row = rows.find(({ address }) => address.endsWith(anchor))
    if (row) location.replace(addressOf(field, row))
  }

  function startField(field) {
    const status = field.parentElement.querySelector("[role=status]")
    const all = Boolean(field.dataset.saringSemua)
    const items = all ? [] : itemsOf(document.querySelector(field.dataset.saring))

    field.oninput = () => {
      if (all) return filterAll(field, status)
      const words = wordsOf(field)
      const left = filter(items, words)
      status.textContent = words.length ? count(left, items.length) : ""
    }
    field.parentElement.hidden = false
    if (field.value) field.oninput()
    if (all) followMoved(field)
  }

  function start() {
    document.querySelectorAll("[data-saring]").forEach(startField)
  }

  start()
  window.document$?.subscribe(start)
}
