# SPDX-License-Identifier: GPL-3.0-or-later
# One place for what every target of the project has in common.

add_library(gatehouse_flags INTERFACE)
target_compile_options(gatehouse_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -Wno-deprecated-declarations
  $<$<BOOL:${GATEHOUSE_WERROR}>:-Werror>)
target_compile_definitions(gatehouse_flags INTERFACE QT_NO_KEYWORDS QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
  QT_NO_URL_CAST_FROM_STRING QT_STRICT_ITERATORS ZX_USE_UTF8)
if(GATEHOUSE_SANITIZE)
  target_compile_options(gatehouse_flags INTERFACE -fsanitize=${GATEHOUSE_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(gatehouse_flags INTERFACE -fsanitize=${GATEHOUSE_SANITIZE})
endif()
find_program(GATEHOUSE_MOLD mold)
if(GATEHOUSE_MOLD)
  target_link_options(gatehouse_flags INTERFACE -fuse-ld=mold)
endif()

# One precompiled header of Qt Core and the standard library for all libraries without a GUI.
add_library(gatehouse_pch OBJECT ${CMAKE_CURRENT_LIST_DIR}/pch.cpp)
target_link_libraries(gatehouse_pch PRIVATE gatehouse_flags Qt6::Core tl::expected)
target_precompile_headers(gatehouse_pch PRIVATE <QtCore/QtCore> <tl/expected.hpp> <algorithm> <chrono> <functional> <memory> <optional>
  <string> <variant> <vector>)

# gatehouse_library(NAME folder SOURCES ... LINK ...): the static library of one folder under shared/, kiosk/ or admin/.
# Its headers are reached as "<folder name>/<header>", and only by targets that link it: the include path holds a link to
# this one folder, so an include that the architecture does not allow does not compile.
function(gatehouse_library folder)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
  set(target gatehouse_${folder})
  add_library(${target} STATIC ${ARG_SOURCES})
  set(include_root ${CMAKE_BINARY_DIR}/include/${folder})
  file(MAKE_DIRECTORY ${include_root})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${include_root}/${folder} SYMBOLIC)
  target_include_directories(${target} PUBLIC ${include_root})
  target_link_libraries(${target} PUBLIC ${ARG_LINK} PRIVATE gatehouse_flags ${ARG_PRIVATE_LINK})
endfunction()

# gatehouse_test(tst_name LINK ...): one Qt Test program, source tst_name.cpp, run by ctest without a display unless it sets its own.
function(gatehouse_test name)
  cmake_parse_arguments(ARG "" "" "LINK;SOURCES;LABELS" ${ARGN})
  add_executable(${name} ${name}.cpp ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE gatehouse_flags Qt6::Test ${ARG_LINK})
  target_compile_definitions(${name} PRIVATE GATEHOUSE_SOURCE_DIR="${CMAKE_SOURCE_DIR}" GATEHOUSE_BINARY_DIR="${CMAKE_BINARY_DIR}")
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_QUICK_BACKEND=software;LC_ALL=C.UTF-8" TIMEOUT 300)
  if(ARG_LABELS)
    set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}")
  endif()
endfunction()
