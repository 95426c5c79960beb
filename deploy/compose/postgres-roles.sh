#!/usr/bin/env bash
# Runs once, on an empty volume: the roles and schemas that epro.stack.Database makes for the local stack (a test holds them against
# each other), and a database of its own for the schema registry.
set -euo pipefail

role() {
  echo "CREATE ROLE $1 LOGIN PASSWORD '$2';"
}

# What a service has to itself.
service_statements() {
  local service=$1
  cat <<SQL
GRANT CONNECT ON DATABASE epro TO ${service}_owner, ${service}_app;
CREATE SCHEMA IF NOT EXISTS ${service} AUTHORIZATION ${service}_owner;
GRANT USAGE ON SCHEMA ${service} TO ${service}_app, epro_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE ${service}_owner IN SCHEMA ${service} GRANT SELECT ON TABLES TO epro_reader;
ALTER ROLE ${service}_owner SET search_path = ${service};
ALTER ROLE ${service}_app SET search_path = ${service};
SQL
}

{
  role processing_owner "$EPRO_PASSWORD_PROCESSING_OWNER"
  role processing_app "$EPRO_PASSWORD_PROCESSING_APP"
  role notification_owner "$EPRO_PASSWORD_NOTIFICATION_OWNER"
  role notification_app "$EPRO_PASSWORD_NOTIFICATION_APP"
  role nmpa_owner "$EPRO_PASSWORD_NMPA_OWNER"
  role nmpa_app "$EPRO_PASSWORD_NMPA_APP"
  role epro_reader "$EPRO_PASSWORD_EPRO_READER"
  role registry "$EPRO_PASSWORD_REGISTRY"
  echo "REVOKE ALL ON DATABASE epro FROM PUBLIC;"
  for service in processing notification nmpa; do
    service_statements "$service"
  done
  cat <<'SQL'
GRANT CONNECT ON DATABASE epro TO epro_reader;
ALTER ROLE epro_reader SET search_path = processing, notification, nmpa;
ALTER ROLE epro_reader SET default_transaction_read_only = on;
CREATE DATABASE registry OWNER registry;
REVOKE ALL ON DATABASE registry FROM PUBLIC;
SQL
} | psql --quiet -v ON_ERROR_STOP=1 --username postgres --dbname epro
