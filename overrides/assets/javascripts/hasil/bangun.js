/* Elements of the results. */

/** An element with attributes and children; text is text, never HTML. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes))
    if (value === true) made.setAttribute(key, "")
    else if (value !== false && value !== undefined) made.setAttribute(key, value)
  made.append(...children.filter(child => child !== undefined))
  return made
}

/** An element whose content the engine made: text of the handbook, escaped, with the words found marked. */
export function marked(name, attributes, html) {
  const made = element(name, attributes)
  made.innerHTML = html
  return made
}

export function button(label, act, attributes = {}) {
  const made = element("button", { type: "button", ...attributes }, label)
  made.addEventListener("click", act)
  return made
}
