/* data-saring="#id" filters the children of that list, or what has data-saring-butir in it. */
{
  const all = (what, where = document) => [...where.querySelectorAll(what)]
  const start = () => all("[data-saring]").forEach(field => {
    const [list] = all(field.dataset.saring), box = field.parentElement
    const marked = all("[data-saring-butir]", list), items = marked[0] ? marked : [...list.children]
    field.oninput = () => {
      const words = field.value.toLowerCase().split(/\s+/)
      const left = items.filter(item => {
        item.text ??= [item.dataset.saringButir, item.textContent].join(" ").toLowerCase()
        return !(item.hidden = words.some(word => !item.text.includes(word)))
      }).length
      all("[role=status]", box)[0].textContent =
        field.value && (left ? `${left} dari ${items.length} cocok` : "Tidak ada yang cocok")
    }
    box.hidden = false
    if (field.value) field.oninput()
  })
  start()
  window.document$?.subscribe(start)
}
