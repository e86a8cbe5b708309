import type { CordisProject } from "@lilink/contract";
import { toXml } from "@lilink/documents";
import { createTranslator } from "@lilink/i18n";
import { answerFile } from "#lib/answer-file.ts";
import { answerTable } from "#lib/answer-table.ts";
import type { Export } from "#lib/define-export.ts";
import { sampleNotice } from "#lib/sample-notice.ts";
import { caller } from "#lib/trpc/server.ts";

/** So many projects at most; programs page through REST. */
const most = 10_000;
const cordisSpace = "https://cordis.europa.eu/";

async function listProjects(): Promise<readonly CordisProject[]> {
  const api = await caller();
  const projects: CordisProject[] = [];
  for (let cursor: string | null | undefined; cursor !== null && projects.length < most; ) {
    const page: { readonly items: readonly CordisProject[]; readonly nextCursor: string | null } =
      await api.fund.projects({ limit: 100, ...(cursor ? { cursor } : {}) });
    projects.push(...page.items);
    cursor = page.nextCursor;
  }
  return projects;
}

const asJson = (value: unknown) => Buffer.from(JSON.stringify(value, null, 2));

/** One project as others read it: CORDIS as JSON or XML, RAiD as JSON. [PJ5] */
export const projectFile: Export = ({ params }) =>
  answerFile(async () => {
    const { project = "", format } = params;
    const { cordis, raid } = await (await caller()).fund.project({ publicId: project });
    if (format === "raid")
      return { name: `raid-${project}.json`, type: "application/json; charset=utf-8", body: asJson(raid) };
    if (format === "xml") {
      const body = Buffer.from(toXml("projects", { item: [cordis] }, cordisSpace));
      return { name: `cordis-${project}.xml`, type: "application/xml; charset=utf-8", body };
    }
    return { name: `cordis-${project}.json`, type: "application/json; charset=utf-8", body: asJson(cordis) };
  });

/** Every project in the fields of CORDIS: a table of CSV or XLSX, else JSON or XML with what each is to make. [PJ5] */
export const projectFiles: Export = (asked) => {
  const { format } = asked.params;
  if (format === "json" || format === "xml")
    return answerFile(async () => {
      const projects = await listProjects();
      return format === "json"
        ? { name: "cordis.json", type: "application/json; charset=utf-8", body: asJson(projects) }
        : {
            name: "cordis.xml",
            type: "application/xml; charset=utf-8",
            body: Buffer.from(toXml("projects", { item: projects }, cordisSpace)),
          };
    });
  return answerTable(asked.request, async () => {
    const projects = await listProjects();
    const rows = projects.map(({ project, organization: [lead] }) => ({
      ...project,
      coordinator: lead?.name ?? "",
      coordinatorID: lead?.organisationID ?? "",
    }));
    const head = Object.keys(rows[0] ?? {});
    return {
      name: createTranslator(asked.locale, "fund.export")("files"),
      head,
      rows: rows.map((row) => head.map((name) => row[name as keyof typeof row])),
      notice: sampleNotice(asked.locale),
    };
  });
};
