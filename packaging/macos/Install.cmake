# macOS: Foretaste.app with the command line beside the console, in a disk image. macdeployqt gathers
# Qt; what is signed by FORETASTE_SIGN_IDENTITY ("-", the default, signs ad hoc) is everything in it,
# from the inside out. Notarising happens after cpack, see notarise.sh.
set(FORETASTE_SIGN_IDENTITY "-" CACHE STRING "Developer ID for codesign; - signs ad hoc")
set(macos ${PROJECT_SOURCE_DIR}/packaging/macos)
set(icon ${PROJECT_SOURCE_DIR}/packaging/icons/foretaste.icns)
set(resources ${icon} ${FORETASTE_FONT_FILES})
target_sources(foretaste_desktop PRIVATE ${resources})
set_source_files_properties(${icon} PROPERTIES MACOSX_PACKAGE_LOCATION Resources)
if(FORETASTE_FONT_FILES)
  set_source_files_properties(${FORETASTE_FONT_FILES} PROPERTIES
                              MACOSX_PACKAGE_LOCATION Resources/fonts)
endif()
set_target_properties(foretaste_desktop PROPERTIES OUTPUT_NAME Foretaste MACOSX_BUNDLE ON
  MACOSX_BUNDLE_INFO_PLIST ${macos}/Info.plist.in
  MACOSX_BUNDLE_GUI_IDENTIFIER invalid.foretaste.foretaste
  MACOSX_BUNDLE_SHORT_VERSION_STRING ${PROJECT_VERSION}
  MACOSX_BUNDLE_BUNDLE_VERSION ${PROJECT_VERSION})
install(TARGETS foretaste_desktop BUNDLE DESTINATION .)
install(TARGETS foretaste_cli RUNTIME DESTINATION Foretaste.app/Contents/MacOS)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION Foretaste.app/Contents/Resources/licences
        RENAME GPL-3.0.txt)
install(DIRECTORY ${FORETASTE_LICENCES}/ DESTINATION Foretaste.app/Contents/Resources/licences)
install(FILES ${FORETASTE_QT_WORDS} DESTINATION Foretaste.app/Contents/Resources/translations)

find_program(MACDEPLOYQT macdeployqt HINTS ${FORETASTE_QT_BINS} REQUIRED)
find_program(CODESIGN codesign REQUIRED)
set(sign --force --sign "${FORETASTE_SIGN_IDENTITY}")
if(NOT FORETASTE_SIGN_IDENTITY STREQUAL "-")
  list(APPEND sign --options runtime --timestamp)
endif()
install(CODE "
  set(app \"\${CMAKE_INSTALL_PREFIX}/Foretaste.app\")
  execute_process(COMMAND \"${MACDEPLOYQT}\" \${app} -always-overwrite
    -executable=\${app}/Contents/MacOS/foretaste-cli COMMAND_ERROR_IS_FATAL ANY)
  file(APPEND \${app}/Contents/Resources/qt.conf \"Translations = Resources/translations\\n\")
  set(sign \"${CODESIGN}\" \"${sign}\")
  file(GLOB_RECURSE inner LIST_DIRECTORIES OFF \${app}/Contents/PlugIns/*.dylib
       \${app}/Contents/Frameworks/*.dylib)
  file(GLOB frameworks \${app}/Contents/Frameworks/*.framework)
  foreach(each \${inner} \${frameworks} \${app}/Contents/MacOS/foretaste-cli \${app})
    execute_process(COMMAND \${sign} \${each} COMMAND_ERROR_IS_FATAL ANY)
  endforeach()
  execute_process(COMMAND \"${CODESIGN}\" --verify --deep --strict \${app}
                  COMMAND_ERROR_IS_FATAL ANY)")

set(CPACK_GENERATOR DragNDrop)
set(CPACK_PACKAGE_FILE_NAME foretaste-${PROJECT_VERSION}-macos-${CMAKE_SYSTEM_PROCESSOR})
set(CPACK_DMG_VOLUME_NAME Foretaste)
set(CPACK_DMG_FORMAT UDZO)
set(CPACK_STRIP_FILES OFF)  # stripping would break the signatures
