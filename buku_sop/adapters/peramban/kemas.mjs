/*
 * Compiles the modules of the engine to bytecode with the very Python that will run them, and leaves out of its standard
 * library what the engine never loads. Reads a job as JSON from stdin: {pyodide, sumber, keluar}.
 *
 * Bytecode halves the time to start. The modules are packed as one, which compresses better. The same sources give the same bytes: times and order are fixed.
 */
import fs from "node:fs"
import path from "node:path"
import { pathToFileURL } from "node:url"

const job = JSON.parse(fs.readFileSync(0, "utf8"))
const { loadPyodide } = await import(pathToFileURL(path.join(job.pyodide, "pyodide.mjs")).href)
const py = await loadPyodide({ indexURL: job.pyodide + path.sep, env: { HOME: "/", PYTHONHASHSEED: "0" } })
py.FS.writeFile("/sumber.zip", fs.readFileSync(job.sumber))
py.FS.writeFile("/baku.zip", fs.readFileSync(path.join(job.pyodide, "python_stdlib.zip")))
py.runPython(`
import gzip, importlib.util, marshal, zipfile

WHEN = (1980, 1, 1, 0, 0, 0)
NEVER = (
    "ctypes/", "curses/", "dbm/", "ensurepip/", "idlelib/", "lib2to3/", "multiprocessing/",
    "pydoc", "sqlite3/", "test/", "tkinter/", "turtledemo/", "turtle", "unittest/", "venv/", "wsgiref/", "xmlrpc/",
    "doctest", "pdb", "smtplib", "ftplib", "imaplib", "poplib", "nntplib", "telnetlib", "mailbox", "tarfile",
    "cProfile", "profile", "pstats", "trace.py", "zipapp", "webbrowser", "antigravity", "http/server", "http/cookiejar",
    "_pyrepl/", "pydoc_data/", "encodings/cp0", "encodings/cp1", "encodings/cp5", "encodings/cp7", "encodings/cp8", "encodings/cp9", "encodings/iso", "encodings/mac", "encodings/big5", "encodings/euc",
    "encodings/gb", "encodings/koi8", "encodings/ptcp", "encodings/shift", "encodings/johab", "encodings/hz",
    "encodings/tis", "encodings/hp", "encodings/kz", "xml/dom", "xml/sax", "compression/zstd", "_pyio", "_pydatetime",
    "statistics", "logging/handlers", "logging/config", "optparse", "pickletools", "plistlib", "socketserver", "bdb",
    "configparser", "urllib/robotparser", "gettext", "shelve", "code.py", "cmd.py",
)
WITH_DOCS = ("_pyodide/", "pyodide/")

def put(archive, name, content, how=zipfile.ZIP_DEFLATED):
    archive.writestr(zipfile.ZipInfo(name, WHEN), content, how, 9)

def bare(code):
    """Leave out which byte stands for which line: a sixth of the weight, and nobody reads it in a browser."""
    inner = tuple(bare(c) if isinstance(c, type(code)) else c for c in code.co_consts)
    return code.replace(co_consts=inner, co_linetable=b"")

def compiled(name, text, optimize=2):
    code = compile(text, name, "exec", dont_inherit=True, optimize=optimize)
    code = bare(code)
    # A hash that nobody checks, of no source: the flags of PEP 552
    return importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8) + marshal.dumps(code)

with zipfile.ZipFile("/sumber.zip") as asal, zipfile.ZipFile("/mesin.zip", "w") as keluar:
    for name in sorted(asal.namelist()):
        content = asal.read(name)
        if name.endswith(".so"):  # loaded by itself: a browser compiles it while it arrives; its name stays
            with open("/pydantic_core.wasm", "wb") as inti:
                inti.write(content)
            put(keluar, name, b"", zipfile.ZIP_STORED)
        elif name.endswith(".py"):
            put(keluar, name + "c", compiled(name, content), zipfile.ZIP_STORED)
        else:
            put(keluar, name, content, zipfile.ZIP_STORED)

with zipfile.ZipFile("/baku.zip") as asal, zipfile.ZipFile("/python_stdlib.zip", "w") as keluar:
    for name in sorted(asal.namelist()):
        if name.startswith(NEVER) or name.endswith("/"):
            continue
        if name.endswith(".py"):
            put(keluar, name + "c", compiled(name, asal.read(name), 0 if name.startswith(WITH_DOCS) else 2))
        else:
            put(keluar, name, asal.read(name))
`)
const give = name => fs.writeFileSync(path.join(job.keluar, name), py.FS.readFile(`/${name}`))
give("python_stdlib.zip")
give("pydantic_core.wasm")
for (const name of ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"]) {
  fs.copyFileSync(path.join(job.pyodide, name), path.join(job.keluar, name))
}
const { info } = JSON.parse(fs.readFileSync(path.join(job.pyodide, "pyodide-lock.json"), "utf8"))
fs.writeFileSync(path.join(job.keluar, "pyodide-lock.json"), JSON.stringify({ info, packages: {} }))

// A start as it will be, to bring along what it works out (sedia.py)
const { recorded } = await import(pathToFileURL(path.join(job.keluar, "nyala.mjs")).href)
const core = WebAssembly.compile(py.FS.readFile("/pydantic_core.wasm"))
py.FS.writeFile("/sedia.bin", await recorded(job.keluar + path.sep, core, py.FS.readFile("/mesin.zip").slice()))
py.runPython(`
with zipfile.ZipFile("/mesin.zip", "a") as keluar, open("/sedia.bin", "rb") as sedia:
    put(keluar, "sedia.bin", sedia.read(), zipfile.ZIP_STORED)
with open("/mesin.zip", "rb") as asal, open("/mesin.zip.gz", "wb") as keluar:
    keluar.write(gzip.compress(asal.read(), 9, mtime=0))
`)
give("mesin.zip.gz")
process.stdout.write(py.version)
