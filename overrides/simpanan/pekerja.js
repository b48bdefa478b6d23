/*
 * The one service worker of the site: it keeps pages that were read, and whole offices that a reader asked to keep,
 * for when there is no connection.
 *
 * Pages are always asked of the network first. What comes from the store says so, with the time that it is from, and
 * the page asks for the new one as soon as it can (simpanan.js). Nothing is kept without bound, and no PDF at all:
 * a document could not say how old it is.
 */
"use strict"

/** What the build knows: `{versi, inti: [path…], penyunting: [path…]}`; `{}` where the site is not to be kept, and the worker leaves. */
const BUKU = {} /* filled by the build */

/** The site's own address; caches belong to a host, on which several handbooks may stand. */
const SCOPE = new URL("./", self.location.href).href
const CACHES = {
  core: `${SCOPE}#inti-${BUKU.versi}`,
  pages: `${SCOPE}#halaman`,
  assets: `${SCOPE}#aset`,
  engine: `${SCOPE}#mesin`,
  offices: `${SCOPE}#instansi`,
}
const OFFICE = id => `${SCOPE}#instansi:${id}`

/** What is kept by itself: entries and bytes. */
const BOUNDS = {
  pages: { entries: 100, bytes: 10e6 },
  assets: { entries: 300, bytes: 25e6 },
  engine: { entries: 16, bytes: 40e6, one: 15e6 },
}
/** Bytes of all offices that a reader asked for. */
const OFFICES_BYTES = 100e6
/** Milliseconds after which a stored page is shown rather than a network that does not answer. */
const PATIENCE = 6000
/** Milliseconds between two looks whether a kept office has changed. */
const REST = 3600e3

const MARK = "<!--sop-simpanan-->"
const TIME = "x-simpanan-waktu", SIZE = "x-simpanan-ukuran", TITLE = "x-simpanan-judul", DIGEST = "x-simpanan-sidik"
/** A request with this header asks whether what is stored is still what is published. */
const ASK = "x-simpanan-periksa"
/** Names that change with what is in the file: the file's own, or that of its folder, as the pieces of the search have. */
const HASHED = /[.\-_][0-9a-f]{8,}\.(min\.)?(css|js|mjs|json|woff2|svg|png)$|\/[0-9a-f]{12}\/[^/]+\.(js|mjs|json|wasm|zip|gz)$/
/** The engine of the editor and its data, in two versions at most: it is large, and no page but that one asks for it. */
const ENGINE = /\/assets\/mesin\/[0-9a-f]{12}\/|\/data\/sunting\.json$/
const KEPT = /\.(css|js|mjs|json|wasm|zip|gz|woff2|svg|png|jpg|jpeg|webp|ico|webmanifest)$/

/* ---- Life ------------------------------------------------------------------------------------------------------ */

self.addEventListener("install", event => {
  self.skipWaiting()
  event.waitUntil(keepCore())
})

self.addEventListener("activate", event => event.waitUntil(BUKU.versi ? takeOver() : leave()))

async function keepCore() {
  const cache = await caches.open(CACHES.core)
  // One that is missing costs its own use alone
  await Promise.allSettled((BUKU.inti ?? []).map(async path => {
    const url = new URL(path, SCOPE).href
    const response = await fetch(url, { cache: "no-cache" })
    if (response.ok) await cache.put(url, await stamped(response))
  }))
}

async function takeOver() {
  const cores = (await caches.keys()).filter(name => name.startsWith(`${SCOPE}#inti-`) && name !== CACHES.core)
  // The last but one stays: pages that are open ask for its scripts
  await Promise.all(cores.slice(0, -1).map(name => caches.delete(name)))
  await self.clients.claim()
}

/** Forget everything and go: the site is no longer to be kept. */
async function leave() {
  for (const name of await caches.keys()) if (name.startsWith(`${SCOPE}#`)) await caches.delete(name)
  await self.registration.unregister()
}

/* ---- Requests -------------------------------------------------------------------------------------------------- */

self.addEventListener("fetch", event => {
  const { request } = event
  const url = new URL(request.url)
  if (!BUKU.versi || request.method !== "GET" || !url.href.startsWith(SCOPE) || request.headers.has("range")) return
  if (request.headers.has(ASK)) event.respondWith(ask(url))
  else if (isPage(url)) event.respondWith(page(event, url))
  else if (KEPT.test(url.pathname)) event.respondWith(asset(event, url))
  else if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => absent(url)))
})

const isPage = url => url.pathname.endsWith("/") || url.pathname.endsWith(".html")

/** The name under which a page is stored: without what was searched for, and without the place on it. */
const nameOf = url => url.origin + url.pathname

async function page(event, url) {
  const name = nameOf(url)
  const storing = storedPage(name)
  const network = published(url).then(async response => {
    if (response.redirected) {
      return event.request.mode === "navigate" ? Response.redirect(response.url) : response
    }
    if (response.ok && response.type === "basic") {
      event.waitUntil(keepPage(name, response.clone()).catch(() => {}))
    } else if (response.status === 404 || response.status === 410) {
      event.waitUntil(forget(name))
    } else if (response.status >= 500 && await storing) {
      return null
    }
    return response
  })
  const stored = await storing
  if (!stored) return network.catch(() => event.request.mode === "navigate" ? absent(url) : Response.error())
  const answer = network.catch(() => null)
  event.waitUntil(answer)
  return await Promise.race([answer, tooLate()]) ?? shown(stored)
}

/** Ask the server itself: the browser's own store would answer for days, and not say so. */
const published = url => fetch(url.href, { cache: "no-cache", credentials: "same-origin" })

async function asset(event, url) {
  const stored = await anywhere(url.href)
  if (stored && HASHED.test(url.pathname)) return stored
  const network = fetch(event.request).then(response => {
    if (response.ok && response.type === "basic") {
      event.waitUntil(keep(ENGINE.test(url.pathname) ? "engine" : "assets", url.href, response.clone()).catch(() => {}))
    }
    return response
  })
  if (!stored) return network
  const answer = network.catch(() => null)
  event.waitUntil(answer)
  return await Promise.race([answer, tooLate()]) ?? stored
}

/** Wait as long as a reader should; resolves to nothing. */
const tooLate = () => new Promise(resolve => setTimeout(resolve, PATIENCE, null))

/** Lead to the page that says what is stored; a page of its own, since its links count from its own address. */
function absent(url) {
  const to = new URL(SCOPE)
  to.pathname += "tanpa-jaringan/"
  to.searchParams.set("dari", url.href.slice(SCOPE.length))
  return url.pathname === to.pathname ? Response.error() : Response.redirect(to.href)
}

/** Say whether a page is still what is published, and keep what is. */
async function ask(url) {
  const response = await fetch(nameOf(url), { cache: "no-cache" })
  if (response.status === 404 || response.status === 410) {
    await forget(nameOf(url))
    return Response.json({ hilang: true })
  }
  if (!response.ok || !(await response.clone().text()).includes(MARK)) return Response.error()
  const stored = await storedPage(nameOf(url))
  const before = stored && await stored.response.text()
  await keepPage(nameOf(url), response.clone())
  return Response.json({ sama: before === await response.text() })
}

/* ---- What is stored -------------------------------------------------------------------------------------------- */

/** Give a response the time at which it came, its size, and the headers in `more`. */
async function stamped(response, more = {}) {
  const body = await response.blob()
  const headers = new Headers({ "content-type": response.headers.get("content-type") ?? "" })
  headers.set(TIME, new Date().toISOString())
  headers.set(SIZE, body.size)
  for (const [name, value] of Object.entries(more)) headers.set(name, value)
  return new Response(body, { headers })
}

/** Keep a page of ours; an answer of something on the way, such as a network's login page, has no mark. */
async function keepPage(name, response, target = "pages", more = {}) {
  const text = await response.clone().text()
  if (!text.includes(MARK)) return false
  const title = /<title>([^<]*)<\/title>/.exec(text)?.[1] ?? ""
  const office = target === "pages" ? await officeOf(name) : null
  await keep(office ?? target, name, response, { [TITLE]: encodeURIComponent(title), ...more })
  return true
}

/** Where a page is already kept with its office, it is renewed there too. */
async function officeOf(name) {
  for (const office of await keptOffices()) {
    const cache = await caches.open(OFFICE(office.id))
    if (await cache.match(name)) return OFFICE(office.id)
  }
  return null
}

const sizes = {}

/** Put a response under `name` into a cache, and drop the oldest where a bound is passed; false where it is too large itself. */
async function keep(target, name, response, more = {}) {
  const cache = await caches.open(CACHES[target] ?? target)
  const copy = await stamped(response, more)
  const size = Number(copy.headers.get(SIZE))
  const bound = BOUNDS[target]
  if (bound && size > (bound.one ?? bound.bytes / 10)) return false
  await cache.put(name, copy)
  if (!bound) return true
  const known = sizes[target] ??= await sizesIn(cache)
  known.delete(name)
  known.set(name, size)
  let bytes = [...known.values()].reduce((sum, one) => sum + one, 0)
  for (const [oldest, its] of known) {
    if (known.size <= bound.entries && bytes <= bound.bytes) break
    await cache.delete(oldest)
    known.delete(oldest)
    bytes -= its
  }
  return true
}

async function sizesIn(cache) {
  const known = new Map()
  for (const request of await cache.keys()) {
    known.set(request.url, Number((await cache.match(request))?.headers.get(SIZE)))
  }
  return known
}

/** Find a page: `{response, time}`, the newest of those that are kept. */
async function storedPage(name) {
  const offices = await keptOffices()
  const places = [
    [CACHES.pages, ""], [CACHES.core, ""], ...offices.map(office => [OFFICE(office.id), office.waktu]),
  ]
  let best = null
  for (const [place, confirmed] of places) {
    const response = await (await caches.open(place)).match(name)
    if (!response) continue
    const own = response.headers.get(TIME) ?? ""
    const time = own > confirmed ? own : confirmed
    if (!best || time > best.time) best = { response, time }
  }
  return best
}

async function anywhere(name) {
  for (const cache of await caches.keys()) {
    if (!cache.startsWith(`${SCOPE}#`)) continue
    const response = await (await caches.open(cache)).match(name)
    if (response) return response
  }
  return undefined
}

async function forget(name) {
  for (const cache of await caches.keys()) {
    if (cache.startsWith(`${SCOPE}#`)) await (await caches.open(cache)).delete(name)
  }
}

/** A stored page as it is shown: with a line that says from when it is. */
async function shown({ response, time }) {
  const when = new Intl.DateTimeFormat("id-ID", { dateStyle: "full", timeStyle: "short" }).format(new Date(time))
  const line = `<div class="sop-simpanan" role="status" data-simpanan="${new Date(time).toISOString()}"><p>`
    + `<strong>Salinan dari ${when}.</strong> Jaringan belum menjawab; isinya mungkin sudah berubah.</p></div>`
  const headers = { "content-type": "text/html; charset=utf-8" }
  return new Response((await response.text()).replace(MARK, () => line), { headers })
}

/* ---- Whole offices --------------------------------------------------------------------------------------------- */

self.addEventListener("message", event => {
  const { perintah, id, segera, versi } = event.data ?? {}
  if (perintah === "maju") return event.waitUntil(self.skipWaiting()) // a worker that waits is reminded (giliran.js)
  const tell = word => event.ports[0]?.postMessage(word)
  const work = {
    simpan: () => saveOffice(id, tell),
    hapus: () => dropOffice(id).then(() => tell({ selesai: true })),
    segarkan: () => refresh(segera),
    penyunting: () => keepEditor(versi, tell).then(() => tell({ selesai: true })),
  }[perintah]
  if (work && BUKU.versi) {
    event.waitUntil(work().catch(error => tell({ gagal: error.sebab ?? (error.name === "QuotaExceededError" ? "ruang" : "sambungan") })))
  }
})

/** Keep what the page of the editor needs, also what it got before this worker was there; of its version alone. */
async function keepEditor(version, tell) {
  const paths = BUKU.penyunting ?? []
  if (!paths.some(path => path.startsWith(version))) throw reason("versi")
  for (const [done, path] of paths.entries()) {
    tell({ sudah: done, dari: paths.length })
    const url = new URL(path, SCOPE)
    if (await anywhere(url.href)) continue
    const response = await justUsed(url)
    if (!response.ok) throw reason("sambungan")
    if (isPage(url)) await keepPage(url.href, response)
    else if (!await keep(ENGINE.test(url.pathname) ? "engine" : "assets", url.href, response)) throw reason("ruang")
  }
}

/** What the page has just used comes from the browser's cache, since its name says what is in it; so would a refusal of before. */
async function justUsed(url) {
  if (!HASHED.test(url.pathname)) return fetch(url.href)
  const response = await fetch(url.href, { cache: "force-cache" })
  return response.ok ? response : fetch(url.href, { cache: "reload" })
}

const listAddress = id => new URL(`simpanan/${encodeURIComponent(id)}.json`, SCOPE).href

/** What is known of the offices that are kept: `{id, nama, waktu, jumlah, ukuran, sidik, alamat}` each. */
async function keptOffices() {
  const cache = await caches.open(CACHES.offices)
  return Promise.all((await cache.keys()).map(async request => (await cache.match(request)).json()))
}

function reason(sebab) {
  return Object.assign(new Error(sebab), { sebab })
}

/** Keep all pages of an office, those that did not change excepted; all of them or none is called kept. */
async function saveOffice(id, tell) {
  const response = await fetch(listAddress(id), { cache: "no-cache" })
  if (!response.ok) throw reason("tiada")
  const list = await response.json()
  const others = (await keptOffices()).filter(one => one.id !== id)
  if (others.reduce((sum, one) => sum + one.ukuran, list.ukuran) > OFFICES_BYTES) throw reason("penuh")
  const { quota, usage } = await navigator.storage?.estimate?.() ?? {}
  if (quota && quota - usage < list.ukuran * 1.5) throw reason("ruang")

  const cache = await caches.open(OFFICE(id))
  const queue = [...list.halaman.map(one => [...one, true]), ...list.berkas.map(one => [...one, false])]
  const total = queue.length, wanted = new Set(queue.map(([path]) => new URL(path, SCOPE).href))
  let done = 0
  const worker = async () => {
    for (let one = queue.shift(); one; one = queue.shift()) {
      try {
        await saveOne(cache, OFFICE(id), ...one)
      } catch (error) {
        queue.length = 0
        throw error
      }
      tell({ selesai: false, sudah: ++done, dari: total })
    }
  }
  const ends = await Promise.allSettled([worker(), worker(), worker(), worker()])
  const failed = ends.find(end => end.status === "rejected")
  if (failed) throw failed.reason
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request)
  const entry = { ...list, id, waktu: new Date().toISOString(), jumlah: list.halaman.length }
  delete entry.halaman
  delete entry.berkas
  await (await caches.open(CACHES.offices)).put(listAddress(id), Response.json(entry))
  tell({ selesai: true, ...entry })
}

async function saveOne(cache, place, path, digest, page) {
  const url = new URL(path, SCOPE).href
  const before = await cache.match(url)
  if (before?.headers.get(DIGEST) === digest) return
  const response = await fetch(url, { cache: "no-cache" })
  if (!response.ok) throw reason("sambungan")
  const more = { [DIGEST]: digest }
  if (!page) await keep(place, url, response, more)
  else if (!await keepPage(url, response, place, more)) throw reason("bukan")
}

async function dropOffice(id) {
  await (await caches.open(CACHES.offices)).delete(listAddress(id))
  await caches.delete(OFFICE(id))
}

/** Bring the kept offices up to what is published, now and then. */
async function refresh(now = false) {
  for (const office of await keptOffices()) {
    if (!now && Date.now() - Date.parse(office.waktu) < REST) continue
    await saveOffice(office.id, () => {}).catch(async error => {
      if (error.sebab === "tiada") await dropOffice(office.id)  // the office is no longer in the handbook
    })
  }
}
