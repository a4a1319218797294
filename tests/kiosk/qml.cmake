# SPDX-License-Identifier: GPL-3.0-or-later
# The pages with stand-in controllers (fake/): pictures of every screen, and tests that drive each page.
set(fake_dir ${CMAKE_CURRENT_SOURCE_DIR}/fake)

add_executable(kioskscreens EXCLUDE_FROM_ALL qmlscreens.cpp)
target_link_libraries(kioskscreens PRIVATE gatehouse_flags gatehouse_kioskui Qt6::Quick)
target_compile_definitions(kioskscreens PRIVATE GATEHOUSE_FAKE_DIR="${fake_dir}")
add_dependencies(extras kioskscreens)

get_target_property(lupdate Qt6::lupdate IMPORTED_LOCATION)
gatehouse_tests(tests_qml TESTS tst_qmlpages tst_qmlkeyboard tst_kiosktranslations tst_signaturestrokes tst_steadyrows tst_qmlcontract
  LINK gatehouse_translationfile gatehouse_domain gatehouse_flows gatehouse_kioskui gatehouse_qml_components Qt6::Quick)
target_compile_definitions(tests_qml PRIVATE GATEHOUSE_LUPDATE="${lupdate}" GATEHOUSE_FAKE_DIR="${fake_dir}")
if(GATEHOUSE_SANITIZE)
  # Qt Quick's touch area under Qt Virtual Keyboard never frees the point that a mouse press makes, nor the pictures it leads to.
  set_property(TEST tst_qmlpages tst_qmlkeyboard APPEND PROPERTY ENVIRONMENT ASAN_OPTIONS=detect_leaks=0)
endif()
add_subdirectory(keyboard)
