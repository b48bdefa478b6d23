/*
 * Lists that are filtered while somebody types: a field with data-saring="#id" filters the children of that list,
 * or what has data-saring-butir in it. Words are looked for in any order.
 */
{
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

  function startField(field) {
    const items = itemsOf(document.querySelector(field.dataset.saring))
    const status = field.parentElement.querySelector("[role=status]")

    field.oninput = () => {
      const left = filter(items, field.value.toLowerCase().split(/\s+/))
      const found = left ? `${left} dari ${items.length} cocok` : "Tidak ada yang cocok"
      status.textContent = field.value ? found : ""
    }
    field.parentElement.hidden = false
    if (field.value) field.oninput()
  }

  function start() {
    document.querySelectorAll("[data-saring]").forEach(startField)
  }

  start()
  window.document$?.subscribe(start)
}
