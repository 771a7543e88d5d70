# SPDX-License-Identifier: GPL-3.0-or-later
# Toolchain: from Debian's mingw-w64, the variant with POSIX threads, to 64-bit Windows.
# FORETASTE_WINDOWS_PREFIX is where packaging/windows/dependencies.sh has put Qt and SQLite; zlib
# comes from libz-mingw-w64-dev.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(triplet x86_64-w64-mingw32)
set(CMAKE_C_COMPILER ${triplet}-gcc-posix)
set(CMAKE_CXX_COMPILER ${triplet}-g++-posix)
set(CMAKE_RC_COMPILER ${triplet}-windres)
set(CMAKE_TRY_COMPILE_PLATFORM_VARIABLES FORETASTE_WINDOWS_PREFIX)
set(CMAKE_FIND_ROOT_PATH ${FORETASTE_WINDOWS_PREFIX} /usr/${triplet})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
