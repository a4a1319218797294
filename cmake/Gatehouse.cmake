# SPDX-License-Identifier: GPL-3.0-or-later
# One place for what every target of the project has in common.

add_library(gatehouse_common INTERFACE)
target_compile_options(gatehouse_common INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -Wno-deprecated-declarations
  $<$<BOOL:${GATEHOUSE_WERROR}>:-Werror>)
target_compile_definitions(gatehouse_common INTERFACE QT_NO_KEYWORDS QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
  QT_NO_URL_CAST_FROM_STRING QT_STRICT_ITERATORS ZX_USE_UTF8)
if(GATEHOUSE_SANITIZE)
  target_compile_options(gatehouse_common INTERFACE -fsanitize=${GATEHOUSE_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(gatehouse_common INTERFACE -fsanitize=${GATEHOUSE_SANITIZE})
endif()
find_program(GATEHOUSE_MOLD mold)
if(GATEHOUSE_MOLD)
  target_link_options(gatehouse_common INTERFACE -fuse-ld=mold)
endif()
# ccache can only look past a precompiled header with this option of GCC.
target_compile_options(gatehouse_common INTERFACE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)

# What libraries and programs are made with.
add_library(gatehouse_flags INTERFACE)
target_link_libraries(gatehouse_flags INTERFACE gatehouse_common)
# The programs read pictures that strangers bring. Sanitizers see more than these, and do not go with them.
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT GATEHOUSE_SANITIZE)
  target_compile_options(gatehouse_flags INTERFACE -fstack-protector-strong -fstack-clash-protection -U_FORTIFY_SOURCE
    -D_FORTIFY_SOURCE=2)
  target_link_options(gatehouse_flags INTERFACE -Wl,-z,relro,-z,now)
endif()

# What a test's own file is made with: nearly all of its time is the compiler's. In a unity build each test is a file that another
# includes, and GCC takes it for a header: hence the last option.
add_library(gatehouse_test_flags INTERFACE)
target_link_libraries(gatehouse_test_flags INTERFACE gatehouse_common)
target_compile_options(gatehouse_test_flags INTERFACE -O0 $<$<AND:$<CXX_COMPILER_ID:GNU>,$<BOOL:${CMAKE_UNITY_BUILD}>>:-Wno-subobject-linkage>)

# gatehouse_precompile(target flags LINK ... HEADERS ...): one precompiled header for each kind of target. Only what many files
# include: whole modules (QtCore/QtCore) take longer to load than they save. A file still includes what it uses.
function(gatehouse_precompile name flags)
  cmake_parse_arguments(ARG "" "" "HEADERS;LINK" ${ARGN})
  list(TRANSFORM ARG_HEADERS REPLACE "(.+)" "<\\1>")
  add_library(${name} OBJECT ${CMAKE_SOURCE_DIR}/cmake/pch.cpp)
  set_target_properties(${name} PROPERTIES AUTORCC OFF)
  target_link_libraries(${name} PRIVATE ${flags} Qt6::Core tl::expected ${ARG_LINK})
  target_precompile_headers(${name} PRIVATE ${ARG_HEADERS})
endfunction()

set(core_headers tl/expected.hpp algorithm array chrono functional memory optional string variant vector
  QByteArray QCoreApplication QDate QDateTime QFile QHash QJsonArray QJsonDocument QJsonObject QList QLoggingCategory QMap QObject
  QRegularExpression QSet QString QStringList QVariant)
set(gui_headers ${core_headers} QGuiApplication QImage QPainter QPixmap)
gatehouse_precompile(gatehouse_pch gatehouse_flags HEADERS ${core_headers})
if(NOT CMAKE_UNITY_BUILD) # saves less than it takes where many tests are one source
  gatehouse_precompile(gatehouse_pch_test gatehouse_test_flags HEADERS ${core_headers})
endif()
gatehouse_precompile(gatehouse_pch_widgets gatehouse_flags LINK Qt6::Widgets HEADERS ${gui_headers} QAbstractTableModel QApplication
  QCheckBox QComboBox QDialog QEvent QFormLayout QHBoxLayout QLabel QLineEdit QPointer QPushButton QScrollArea QStackedWidget
  QStyledItemDelegate QTableView QTimer QVBoxLayout QWidget)
gatehouse_precompile(gatehouse_pch_quick gatehouse_flags LINK Qt6::Quick HEADERS ${gui_headers} QAbstractListModel QQmlEngine QQuickItem
  QTimer)

# The presets release, ci and asan compile a library's sources sixteen at a time (CMAKE_UNITY_BUILD): most of the time goes into the
# templates of the headers. So names in the anonymous namespaces of one folder differ.

# gatehouse_moc(target headers...): the metaobjects of the headers, compiled as one source. moc reads a header alone: what that
# includes, and what the target defines, tells it nothing, and is a hundred times as long to read (CMake's AUTOMOC has it read all).
function(gatehouse_moc target)
  set(all "")
  foreach(header ${ARGN})
    string(REGEX REPLACE "\\.h$" ".moc" name ${header})
    set(moc ${CMAKE_CURRENT_BINARY_DIR}/${target}_moc/${name})
    qt_generate_moc(${header} ${moc})
    target_sources(${target} PRIVATE ${moc})
    string(APPEND all "#include \"${name}\"\n")
  endforeach()
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${target}_moc/metaobjects.cpp)
  file(GENERATE OUTPUT ${source} CONTENT "${all}")
  target_sources(${target} PRIVATE ${source})
endfunction()

# gatehouse_library(folder SOURCES ... LINK ...): the static library of one folder under shared/, kiosk/ or admin/.
# Its headers are reached as "<folder name>/<header>", and only by targets that link it: the include path holds a link to
# this one folder, so an include that the architecture does not allow does not compile. Headers among the sources have Q_OBJECT.
function(gatehouse_library folder)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
  set(target gatehouse_${folder})
  add_library(${target} STATIC ${ARG_SOURCES})
  set(headers ${ARG_SOURCES})
  list(FILTER headers INCLUDE REGEX "\\.h$")
  if(headers)
    gatehouse_moc(${target} ${headers})
  endif()
  set(include_root ${CMAKE_BINARY_DIR}/include/${folder})
  file(MAKE_DIRECTORY ${include_root})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${include_root}/${folder} SYMBOLIC)
  target_include_directories(${target} PUBLIC ${include_root})
  target_link_libraries(${target} PUBLIC ${ARG_LINK} PRIVATE gatehouse_flags ${ARG_PRIVATE_LINK})
endfunction()

# gatehouse_run_test(tst_name COMMAND ... LABELS ...): what ctest runs, without a display unless the test sets its own.
function(gatehouse_run_test name)
  cmake_parse_arguments(ARG "" "" "COMMAND;LABELS" ${ARGN})
  add_test(NAME ${name} COMMAND ${ARG_COMMAND})
  set(environment QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software LC_ALL=C.UTF-8)
  set(seconds 600)
  if(GATEHOUSE_SANITIZE) # several times as slow
    set(seconds 1500)
    list(APPEND environment QTEST_FUNCTION_TIMEOUT=1500000 LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/lsan.supp)
  endif()
  set_tests_properties(${name} PROPERTIES ENVIRONMENT "${environment}" TIMEOUT ${seconds} LABELS "${ARG_LABELS}")
endfunction()

# gatehouse_tests(program TESTS tst_... LINK ... LABELS ...): the Qt Tests of one folder in one program (tests/support/testprogram.h).
function(gatehouse_tests program)
  cmake_parse_arguments(ARG "" "" "TESTS;LINK;LABELS" ${ARGN})
  add_executable(${program})
  foreach(test ${ARG_TESTS})
    set(moc ${CMAKE_CURRENT_BINARY_DIR}/${program}_moc/${test}.moc)
    qt_generate_moc(${test}.cpp ${moc})
    target_sources(${program} PRIVATE ${test}.cpp ${moc})
    gatehouse_run_test(${test} COMMAND ${program} ${test} LABELS ${ARG_LABELS})
  endforeach()
  target_include_directories(${program} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${program}_moc)
  target_link_libraries(${program} PRIVATE gatehouse_test_flags gatehouse_testprogram ${ARG_LINK})
  target_compile_definitions(${program} PRIVATE GATEHOUSE_SOURCE_DIR="${CMAKE_SOURCE_DIR}" GATEHOUSE_BINARY_DIR="${CMAKE_BINARY_DIR}")
  if(NOT CMAKE_UNITY_BUILD)
    target_precompile_headers(${program} REUSE_FROM gatehouse_pch_test)
  endif()
endfunction()
