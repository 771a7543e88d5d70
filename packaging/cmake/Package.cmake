# What is installed beside the programs, and the packages made of it: cpack -G DEB (or TGZ, RPM).
set(linux ${PROJECT_SOURCE_DIR}/packaging/linux)
set(doc ${CMAKE_INSTALL_DATADIR}/doc/foretaste)
install(FILES ${linux}/foretaste.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${linux}/foretaste.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/foretaste.svg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${linux}/copyright DESTINATION ${doc})

# Debian wants manual pages and the changelog compressed, without the time of compression.
find_program(GZIP gzip REQUIRED)
function(foretaste_install_compressed source name destination)
  set(out ${PROJECT_BINARY_DIR}/packaging/${name}.gz)
  add_custom_command(OUTPUT ${out}
    COMMAND sh -c "${GZIP} -9nc '${source}' > '${out}'" DEPENDS ${source} VERBATIM)
  add_custom_target(foretaste_${name} ALL DEPENDS ${out})
  install(FILES ${out} DESTINATION ${destination})
endfunction()
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/packaging)
foreach(program foretaste foretaste-cli)
  foretaste_install_compressed(${linux}/man/${program}.1 ${program}.1
                               ${CMAKE_INSTALL_DATADIR}/man/man1)
endforeach()
foretaste_install_compressed(${PROJECT_SOURCE_DIR}/CHANGELOG.md changelog ${doc})

set(CPACK_PACKAGE_NAME foretaste)
set(CPACK_PACKAGE_VENDOR "The makers of Foretaste")
set(CPACK_PACKAGE_CONTACT "The makers of Foretaste <makers@foretaste.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "local console for personalization")
set(CPACK_PACKAGE_DESCRIPTION
"Foretaste leads from a CSV file with interactions to recommendations on the
screen: dataset groups, schemas, imports, solutions, campaigns, events and
retraining, under the names and rules of Amazon Personalize, on your own
machine. It trains a recurrent network, measures it beside a popularity
baseline, explores new items, and answers boto3 and aws-cli on the loopback.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_SOURCE_DIR}/build/packages)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS fonts-inter)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland, qt6-translations-l10n")
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
include(CPack)
