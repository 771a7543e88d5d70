@echo off
rem A prompt from which foretaste-cli is found.
set "PATH=%~dp0;%PATH%"
cd /d "%USERPROFILE%"
cmd /k foretaste-cli --help
