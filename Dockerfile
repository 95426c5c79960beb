# One image for every service: docker build --build-arg SERVICE=intake -t epro/intake-service:0.1.0 .
# The jars are built before, by ./epro or mvn package: no build tool, no source and no registry of packages is needed in here.
ARG JAVA=eclipse-temurin:25-jre

FROM ${JAVA} AS unpacked
ARG SERVICE
WORKDIR /unpacked
COPY ${SERVICE}-service/target/${SERVICE}-service-*-exec.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --layers --destination layers

FROM ${JAVA}
RUN groupadd --gid 10001 epro && useradd --uid 10001 --gid epro --no-create-home --shell /usr/sbin/nologin epro
WORKDIR /app
# What changes rarely comes first, so that a new version of a service is a small layer.
COPY --from=unpacked /unpacked/layers/dependencies/ ./
COPY --from=unpacked /unpacked/layers/application/ ./
USER 10001:10001
ENV SERVER_PORT=8080 MANAGEMENT_SERVER_PORT=9080
EXPOSE 8080 9080
HEALTHCHECK --interval=10s --timeout=10s --start-period=180s --retries=6 CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/$MANAGEMENT_SERVER_PORT && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
# Java is the container's first process, so SIGTERM reaches it. The heap follows the container's limit.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=55", "-XX:+ExitOnOutOfMemoryError", \
  "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=epro", "-jar", "app.jar"]
