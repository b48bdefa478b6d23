@echo off
rem Memasang program buku ini ke .venv bila belum ada, lalu menjalankannya.
rem   mulai.bat              membuka buku di peramban
rem   mulai.bat situs        membuat situs di site
rem   mulai.bat --help       perintah lainnya
setlocal
cd /d "%~dp0"
if exist .venv\Scripts\python.exe goto paket
set PY=py -3
where py >nul 2>nul || set PY=python
%PY% -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if errorlevel 1 (
  echo Perlu Python 3.11 atau lebih baru. Pasang dari Microsoft Store atau python.org, lalu ulangi.
  goto gagal
)
%PY% -m venv .venv
if errorlevel 1 goto gagal
:paket
copy /b requirements.txt+paket\*.txt .venv\diminta.txt >nul
fc /b .venv\diminta.txt .venv\terpasang.txt >nul 2>nul && goto jalan
echo Memasang paket; yang pertama kali memerlukan beberapa menit.
.venv\Scripts\python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes -r requirements.txt
if errorlevel 1 goto gagal
copy /b .venv\diminta.txt .venv\terpasang.txt >nul
:jalan
if "%~1"=="" (
  .venv\Scripts\python -m buku_sop sajikan --buka
) else (
  .venv\Scripts\python -m buku_sop %*
)
if errorlevel 1 goto gagal
exit /b 0
:gagal
if "%~1"=="" pause
exit /b 1
