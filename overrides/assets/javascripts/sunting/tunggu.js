/*
 * Hands are faster than an answer: keys that are pressed while a new row is being made wait for it, and then do what
 * they would have done there.
 */

const NAMED = new Set(["Tab", "Enter", "Escape", "Backspace", "Delete", "F2", "Home", "End", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"])

export class Tunggu {
  constructor(root) {
    this.root = root
    this.keys = []
    this.open = 0
    document.addEventListener("keydown", event => this.take(event), true)
  }

  /** Keep the keys of whoever is in the table, or nowhere, until `work` is done. */
  async until(work) {
    this.open += 1
    try {
      return await work
    } finally {
      this.open -= 1
      this.play()
    }
  }

  take(event) {
    const at = document.activeElement
    if (!this.open || !event.isTrusted || event.isComposing || (at !== document.body && !this.root.contains(at))) return
    const { key, shiftKey, ctrlKey, altKey, metaKey } = event
    if (metaKey || (key.length > 1 && !NAMED.has(key))) return
    event.preventDefault()
    event.stopPropagation()
    this.keys.push({ key, shiftKey, ctrlKey, altKey })
  }

  play() {
    while (this.keys.length && !this.open) {
      const one = this.keys.shift()
      const at = document.activeElement
      const free = at.dispatchEvent(new KeyboardEvent("keydown", { ...one, bubbles: true, cancelable: true }))
      if (free && at.matches("textarea")) typed(at, one)
    }
  }
}

/** What a key does to a text by itself. */
function typed(area, { key, shiftKey, ctrlKey, altKey }) {
  const { selectionStart: start, selectionEnd: end } = area
  if (key === "Backspace") area.setRangeText("", start === end ? Math.max(start - 1, 0) : start, end, "end")
  else if (key === "Enter" && shiftKey) area.setRangeText("\n", start, end, "end")
  else if (key.length === 1 && !ctrlKey && !altKey) area.setRangeText(key, start, end, "end")
  else return
  area.dispatchEvent(new Event("input"))
}
