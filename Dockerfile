# The same steps as the README: install, then serve. Debian's glibc, for PostgreSQL's own binaries.
FROM node:24-bookworm-slim AS install
WORKDIR /sluice
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
# The app is built by tools that the service itself does without.
RUN node scripts/build-web.ts && npm prune --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    SLUICE_HOST=0.0.0.0 \
    SLUICE_PORT=8000 \
    SLUICE_DATA=/var/lib/sluice/data \
    SLUICE_HOME=/var/lib/sluice/lists
WORKDIR /sluice
COPY --from=install /sluice /sluice
RUN mkdir -p /var/lib/sluice && chown node:node /var/lib/sluice
USER node
# The lists are compiled once here, so that a new container answers within seconds.
RUN node bin/sluice.js lists > /dev/null
VOLUME /var/lib/sluice
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=120s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8000/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "bin/sluice.js"]
CMD ["serve"]
