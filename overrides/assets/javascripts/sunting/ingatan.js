/*
 * What the browser keeps of unfinished work: each change at once, in IndexedDB, so that a crash or a closed tab loses
 * nothing. Every record counts its changes; a tab that does not know the newest one does not write over it.
 */

const NAME = "buku-sop-sunting"
const STORE = "draf"
/** Steps back that are kept over a restart; within a tab there is no end. */
const KEPT_STEPS = 200

let opened

function database() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "kunci" })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  }).catch(() => null) // a browser that keeps nothing (private mode of some): said to the person by `works`
  return opened
}

/** Whether this browser keeps anything at all. */
export const works = async () => Boolean(await database())

const done = request => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result)
  request.onerror = () => reject(request.error)
})

/** The handbook that this page belongs to: drafts of another one on the same host are not shown here. */
const place = new URL("..", location.href).pathname
const keyOf = berkas => `${place}|${berkas}`
const viewOf = berkas => `tampil ${keyOf(berkas)}`

export async function read(berkas) {
  const db = await database()
  return db ? done(db.transaction(STORE).objectStore(STORE).get(keyOf(berkas))) : undefined
}

/** All drafts of this handbook, the newest first. */
export async function all() {
  const db = await database()
  if (!db) return []
  const found = await done(db.transaction(STORE).objectStore(STORE).getAll())
  return found.filter(one => one.kunci.startsWith(`${place}|`)).sort((a, b) => b.waktu - a.waktu)
}

export async function forget(berkas) {
  const db = await database()
  if (db) {
    const store = db.transaction(STORE, "readwrite").objectStore(STORE)
    await Promise.all([done(store.delete(keyOf(berkas))), done(store.delete(viewOf(berkas)))])
  }
  news?.postMessage({ berkas })
}

const news = "BroadcastChannel" in window ? new BroadcastChannel(NAME) : null

/** Call back when another tab has changed a draft. */
export function onNews(listener) {
  news?.addEventListener("message", event => listener(event.data.berkas))
}

/**
 * Keep a draft. `known` is the number of the record that this tab read or wrote last; resolves to the new number, or to
 * null where another tab has written since: then nothing is written.
 */
export async function write(draf, known, nama) {
  const db = await database()
  if (!db) return known
  const change = db.transaction(STORE, "readwrite")
  const store = change.objectStore(STORE)
  const there = await done(store.get(keyOf(draf.berkas)))
  if (there && there.hitungan !== known) return null
  const hitungan = (there?.hitungan ?? 0) + 1
  await done(store.put({
    kunci: keyOf(draf.berkas), hitungan, waktu: Date.now(), nama, berkas: draf.berkas, teks: draf.teks,
    asal: draf.asal, lain: draf.lain, terkirim: draf.terkirim, lalu: draf.lalu.slice(-KEPT_STEPS), nanti: draf.nanti.slice(-KEPT_STEPS),
    tunda: draf.waiting
  }))
  news?.postMessage({ berkas: draf.berkas })
  return hitungan
}

/** What was seen last of a draft, where it is of this very text, and drawn by this very engine. */
export async function readView(berkas, teks, versi) {
  const db = await database()
  const kept = db && await done(db.transaction(STORE).objectStore(STORE).get(viewOf(berkas)))
  return kept && kept.teks === teks && kept.versi === versi ? kept.view : null
}

export async function writeView(berkas, teks, { dapat_dibaca, lengkap, isi, tabel, bidang, temuan }, versi) {
  const db = await database()
  if (!db) return
  const store = db.transaction(STORE, "readwrite").objectStore(STORE)
  await done(store.put({ kunci: viewOf(berkas), teks, versi, view: { dapat_dibaca, lengkap, isi, tabel, bidang, temuan } }))
}
