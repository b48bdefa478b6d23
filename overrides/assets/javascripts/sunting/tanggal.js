/*
 * Dates as people write them, and as files hold them: 5 Januari 2026 is 2026-01-05. What is no full date stays as it is
 * written.
 */
import { el } from "./dom.js"

const MONTHS = ["januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november", "desember"]
const upper = word => `${word[0].toUpperCase()}${word.slice(1)}`

/** A date of a file in words; anything else as it is. */
export function dateWords(value) {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(String(value ?? "").trim()) ?? []
  return MONTHS[month - 1] ? `${Number(day)} ${upper(MONTHS[month - 1])} ${year}` : String(value ?? "")
}

/** What is written for a date that somebody typed; null for nothing. */
export function dateValue(text) {
  const typed = text.trim().replace(/\s+/g, " ")
  const [, day, word, year] = /^(\d{1,2})[\s./-]+([a-z]+|\d{1,2})[\s./,-]+(\d{4})$/i.exec(typed) ?? []
  if (!day) return typed || null
  const month = /^\d/.test(word) ? Number(word) : MONTHS.findIndex(one => word.length > 2 && one.startsWith(word.toLowerCase())) + 1
  const date = new Date(Date.UTC(year, month - 1, day))
  if (!month || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== Number(day)) return typed
  return date.toISOString().slice(0, 10)
}

/** A line in which a date is typed; `write` is given what the file is to hold. */
export function dateInput(value, write) {
  const input = el("input", { class: "sunting-masukan", value: dateWords(value), autocomplete: "off", inputMode: "text" })
  input.addEventListener("change", () => {
    const made = dateValue(input.value)
    if (made !== (value ?? null)) write(made)
  })
  return input
}
