// SPDX-License-Identifier: GPL-3.0-or-later
// Build step: compiles the input schema and its dictionary. rimedeploy SHARED_DATA_DIR OUT_DIR SCHEMA_FILE
#include <rime_api.h>

#include <cstdio>

int main(int argc, char *argv[])
{
    if (argc != 4) {
        std::fprintf(stderr, "usage: rimedeploy SHARED_DATA_DIR OUT_DIR SCHEMA_FILE\n");
        return 2;
    }
    RIME_STRUCT(RimeTraits, traits);
    traits.shared_data_dir = argv[1];
    traits.user_data_dir = argv[2];
    traits.distribution_name = "Gatehouse";
    traits.distribution_code_name = "gatehouse";
    traits.distribution_version = "1";
    traits.app_name = "rime.gatehouse";
    traits.min_log_level = 2;
    traits.log_dir = "";
    traits.prebuilt_data_dir = argv[2]; // compile everything, also what the distribution ships compiled
    RimeApi *const rime = rime_get_api();
    rime->setup(&traits);
    rime->deployer_initialize(&traits);
    const bool done = rime->deploy_config_file("default.yaml", "config_version") && rime->deploy_schema(argv[3]);
    rime->finalize();
    return done ? 0 : 1;
}
