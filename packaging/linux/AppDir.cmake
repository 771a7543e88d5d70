# Run by cpack -G External on the staged, bundled files: lays them out as an AppDir. appimagetool
# makes the AppImage of it, in the workflow that packages.
set(app ${CPACK_PACKAGE_DIRECTORY}/Foretaste.AppDir)
file(REMOVE_RECURSE ${app})
file(COPY ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr DESTINATION ${app})
file(COPY ${app}/usr/share/applications/foretaste.desktop
          ${app}/usr/share/icons/hicolor/scalable/apps/foretaste.svg DESTINATION ${app})
file(CREATE_LINK usr/bin/foretaste ${app}/AppRun SYMBOLIC)
file(CREATE_LINK foretaste.svg ${app}/.DirIcon SYMBOLIC)
