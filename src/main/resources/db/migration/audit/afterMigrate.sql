SELECT audit.ensure_partitions();
