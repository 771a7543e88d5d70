# Windows: NSIS setup for one user, without rights of an administrator, and a ZIP that runs from any
# folder. Programs stand beside the libraries, plugins and fonts that they bring. The native build
# has the console, whose Qt windeployqt gathers; the cross build (mingw.cmake) is static and has the
# command line and its endpoint.
enable_language(RC)
function(foretaste_windows_resources target name description)
  set(manifest_file ${PROJECT_SOURCE_DIR}/packaging/windows/foretaste.manifest)
  if(MSVC)  # whose linker merges a manifest that is among the sources
    target_sources(${target} PRIVATE ${manifest_file})
    set(manifest "")
  else()
    set(manifest "1 24 \"${manifest_file}\"")
  endif()
  set(out ${PROJECT_BINARY_DIR}/packaging/${name}.rc)
  configure_file(${PROJECT_SOURCE_DIR}/packaging/windows/program.rc.in ${out} @ONLY)
  target_sources(${target} PRIVATE ${out})
endfunction()
foretaste_windows_resources(foretaste_cli foretaste-cli "personalization on the command line")
install(TARGETS foretaste_cli RUNTIME DESTINATION .)
if(FORETASTE_GUI)
  foretaste_windows_resources(foretaste_desktop foretaste "console for personalization")
  install(TARGETS foretaste_desktop RUNTIME DESTINATION .)
  install(FILES ${FORETASTE_FONT_FILES} DESTINATION fonts)
  install(FILES ${FORETASTE_QT_WORDS} DESTINATION translations)
  find_program(WINDEPLOYQT windeployqt HINTS ${FORETASTE_QT_BINS} REQUIRED)
  install(CODE "execute_process(COMMAND \"${WINDEPLOYQT}\" --release --no-translations
    --no-system-d3d-compiler --no-opengl-sw --compiler-runtime
    \"\${CMAKE_INSTALL_PREFIX}/foretaste.exe\" \"\${CMAKE_INSTALL_PREFIX}/foretaste-cli.exe\"
    COMMAND_ERROR_IS_FATAL ANY)")
  set(CPACK_PACKAGE_EXECUTABLES "foretaste;Foretaste")
  set(CPACK_NSIS_INSTALLED_ICON_NAME foretaste.exe)
else()
  set(CPACK_NSIS_INSTALLED_ICON_NAME foretaste-cli.exe)
endif()
install(FILES ${PROJECT_SOURCE_DIR}/packaging/windows/foretaste-prompt.cmd
              ${PROJECT_SOURCE_DIR}/CHANGELOG.md DESTINATION .)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION licences RENAME GPL-3.0.txt)
install(DIRECTORY ${FORETASTE_LICENCES}/ DESTINATION licences)

set(CPACK_GENERATOR NSIS64 ZIP)
set(CPACK_PACKAGE_NAME Foretaste)
set(CPACK_PACKAGE_FILE_NAME foretaste-${PROJECT_VERSION}-windows-x86_64)
set(CPACK_PACKAGE_INSTALL_DIRECTORY Foretaste)
set(CPACK_NSIS_PACKAGE_NAME Foretaste)
set(CPACK_NSIS_DISPLAY_NAME "Foretaste ${PROJECT_VERSION}")
set(CPACK_NSIS_INSTALL_ROOT "$LOCALAPPDATA\\\\Programs")
set(CPACK_NSIS_MUI_ICON ${PROJECT_SOURCE_DIR}/packaging/icons/foretaste.ico)
set(CPACK_NSIS_MUI_UNIICON ${CPACK_NSIS_MUI_ICON})
set(CPACK_NSIS_MANIFEST_DPI_AWARE ON)
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_MENU_LINKS "foretaste-prompt.cmd;Foretaste command line")
# The usual stub is of 32 bits, which a Windows (or wine) of 64 bits alone does not start.
set(CPACK_NSIS_DEFINES "Target amd64-unicode\nRequestExecutionLevel user")
