# Linux: what is installed beside the programs. DEB and RPM depend on the system's Qt; TXZ and the
# AppDir (CPack's External) bring theirs, see Bundle.cmake.
set(linux ${PROJECT_SOURCE_DIR}/packaging/linux)
set(doc ${CMAKE_INSTALL_DATADIR}/doc/foretaste)
set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable)
install(TARGETS foretaste_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
if(NOT FORETASTE_GUI)
  return()  # an install of the command line alone; packages have the console
endif()
install(TARGETS foretaste_desktop RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${linux}/foretaste.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${PROJECT_BINARY_DIR}/packaging/foretaste.metainfo.xml
        DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${linux}/foretaste.mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages
        RENAME foretaste.xml)
install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/foretaste.svg DESTINATION ${icons}/apps)
install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/foretaste.svg DESTINATION ${icons}/mimetypes
        RENAME application-vnd.foretaste.workspace.svg)
install(FILES ${linux}/copyright DESTINATION ${doc})
install(DIRECTORY ${FORETASTE_LICENCES}/ DESTINATION ${doc}/licences)

# AppStream wants pictures by their address on the web, so it is told them where there is one.
set(FORETASTE_HOMEPAGE "$ENV{FORETASTE_HOMEPAGE}" CACHE STRING "Address of the published sources, for AppStream")
set(FORETASTE_WEB "")
if(FORETASTE_HOMEPAGE)
  set(FORETASTE_WEB "  <url type=\"homepage\">${FORETASTE_HOMEPAGE}</url>
  <screenshots>
    <screenshot type=\"default\">
      <caption>A user's history, and what is recommended now</caption>
      <image>${FORETASTE_HOMEPAGE}/raw/v${PROJECT_VERSION}/docs/campaign.png</image>
    </screenshot>
  </screenshots>\n")
endif()
file(TIMESTAMP ${PROJECT_SOURCE_DIR}/CHANGELOG.md FORETASTE_DATE %Y-%m-%d UTC)
configure_file(${linux}/foretaste.metainfo.xml.in
               ${PROJECT_BINARY_DIR}/packaging/foretaste.metainfo.xml @ONLY)

# Debian wants manual pages and changelogs compressed, without the time of compression.
find_program(GZIP gzip REQUIRED)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/packaging)
function(foretaste_install_compressed name source destination)
  set(out ${PROJECT_BINARY_DIR}/packaging/${name}.gz)
  add_custom_command(OUTPUT ${out}
    COMMAND sh -c "${GZIP} -9nc '${source}' > '${out}'" DEPENDS ${source} VERBATIM)
  add_custom_target(foretaste_${name} ALL DEPENDS ${out})
  install(FILES ${out} DESTINATION ${destination})
endfunction()
foretaste_install_compressed(foretaste.1 ${linux}/man/foretaste.1 ${CMAKE_INSTALL_MANDIR}/man1)

# The command line's manual page and completions are printed by itself.
foreach(form man bash zsh fish)
  set(out ${PROJECT_BINARY_DIR}/packaging/foretaste-cli.${form})
  add_custom_command(OUTPUT ${out}
    COMMAND sh -c "'$<TARGET_FILE:foretaste_cli>' reference ${form} > '${out}'"
    DEPENDS foretaste_cli VERBATIM)
endforeach()
set(reference ${PROJECT_BINARY_DIR}/packaging/foretaste-cli)
add_custom_target(foretaste_completions ALL
                  DEPENDS ${reference}.bash ${reference}.zsh ${reference}.fish)
foretaste_install_compressed(foretaste-cli.1 ${reference}.man ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${reference}.bash RENAME foretaste-cli
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${reference}.zsh RENAME _foretaste-cli
        DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${reference}.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

# CHANGELOG.md in the forms that Debian and RPM read; what is not released yet has the file's date.
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_RPM_PACKAGE_RELEASE 1)
set(changelog ${PROJECT_SOURCE_DIR}/CHANGELOG.md)
foreach(form debian rpm)
  set(out ${PROJECT_BINARY_DIR}/packaging/changelog.${form})
  add_custom_command(OUTPUT ${out}
    COMMAND sh -c "awk -v form=${form} -v maker='${CPACK_PACKAGE_CONTACT}' \
-v today=\"$(LC_ALL=C TZ=UTC date -r '${changelog}' +%Y-%m-%d)\" -f '${linux}/changelog.awk' \
'${changelog}' > '${out}'" DEPENDS ${changelog} ${linux}/changelog.awk VERBATIM)
endforeach()
add_custom_target(foretaste_changelog.rpm ALL DEPENDS ${PROJECT_BINARY_DIR}/packaging/changelog.rpm)
foretaste_install_compressed(changelog.Debian ${PROJECT_BINARY_DIR}/packaging/changelog.debian
                             ${doc})
foretaste_install_compressed(changelog ${changelog} ${doc})

set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS fonts-inter)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland, qt6-translations-l10n")

set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_PACKAGE_LICENSE GPL-3.0-or-later)
set(CPACK_RPM_PACKAGE_GROUP Applications/Engineering)
set(CPACK_RPM_PACKAGE_SUGGESTS "rsms-inter-fonts, qt6-qtwayland, qt6-qttranslations")
set(CPACK_RPM_CHANGELOG_FILE ${PROJECT_BINARY_DIR}/packaging/changelog.rpm)
set(CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION
    /usr/share/applications /usr/share/metainfo /usr/share/mime /usr/share/mime/packages
    /usr/share/icons /usr/share/icons/hicolor /usr/share/icons/hicolor/scalable
    /usr/share/icons/hicolor/scalable/apps /usr/share/icons/hicolor/scalable/mimetypes
    /usr/share/doc /usr/share/man /usr/share/man/man1 /usr/share/bash-completion
    /usr/share/bash-completion/completions /usr/share/zsh /usr/share/zsh/vendor-completions
    /usr/share/fish /usr/share/fish/vendor_completions.d)

# What Bundle.cmake asks for while cpack runs.
set(CPACK_PROJECT_CONFIG_FILE ${linux}/CpackPerGenerator.cmake)
set(CPACK_PRE_BUILD_SCRIPTS ${linux}/Bundle.cmake)
set(CPACK_EXTERNAL_ENABLE_STAGING ON)
set(CPACK_EXTERNAL_PACKAGE_SCRIPT ${linux}/AppDir.cmake)
set(CPACK_FORETASTE_FONTS ${FORETASTE_FONT_FILES})
set(CPACK_FORETASTE_QT_PLUGINS ${FORETASTE_QT_PLUGINS})
set(CPACK_FORETASTE_QT_WORDS ${FORETASTE_QT_WORDS})
