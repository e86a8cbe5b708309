/** In the server's folder while its log is kept; `npm run backup` writes it, a restored folder is without it. */
export const ARCHIVE_SCRIPT = "lilink.archive";

/** A segment is handed on after this long at the latest, full or not: what a lost disk may cost ([RC3]). */
export const ARCHIVE_SECONDS = 60;

/** The server can begin to keep its log while it runs, since the mode itself needs a restart. Windows has no such shell. */
export const archivingSettings: readonly string[] =
  process.platform === "win32"
    ? []
    : [
        "archive_mode=on",
        `archive_timeout=${ARCHIVE_SECONDS}`,
        `archive_command=test ! -f ${ARCHIVE_SCRIPT} || sh ${ARCHIVE_SCRIPT} %p %f`,
      ];
