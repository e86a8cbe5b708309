import type { TableRow } from "@lilink/model/file";
import { registers } from "@lilink/model/register";
import { describe, expect, it } from "vitest";
import { createRecordReader, type RecordRow } from "../record/read-record-row.ts";
import { fileLimits } from "./limit.ts";
import { openTable } from "./open-table.ts";

// Invented patents in the layouts of open services.
const st36 = `<?xml version="1.0" encoding="UTF-8"?>
<ops:world-patent-data xmlns:ops="http://ops.epo.org" xmlns="http://www.epo.org/exchange">
  <exchange-documents>
    <exchange-document system="ops.epo.org" family-id="91000001" country="EP" doc-number="9000001" kind="B1">
      <bibliographic-data>
        <publication-reference>
          <document-id document-id-type="docdb"><country>EP</country><doc-number>9000001</doc-number><kind>B1</kind><date>20240306</date></document-id>
          <document-id document-id-type="epodoc"><doc-number>EP9000001</doc-number><date>20240306</date></document-id>
        </publication-reference>
        <application-reference><document-id document-id-type="docdb"><country>EP</country><doc-number>19000001</doc-number><date>20190501</date></document-id></application-reference>
        <priority-claims>
          <priority-claim sequence="1"><document-id><doc-number>US862</doc-number><date>20180601</date></document-id></priority-claim>
          <priority-claim sequence="2"><document-id><doc-number>US861</doc-number><date>20180311</date></document-id></priority-claim>
        </priority-claims>
        <parties><applicants>
          <applicant sequence="1" data-format="epodoc"><applicant-name><name>SAMPLE CATHODES [US]</name></applicant-name></applicant>
          <applicant sequence="1" data-format="original"><applicant-name><name>Sample Cathodes</name></applicant-name></applicant>
          <applicant sequence="2"><applicant-name><name>Example Institute</name></applicant-name></applicant>
        </applicants></parties>
        <invention-title lang="de">Schichtoxid</invention-title>
        <invention-title lang="en">A layered oxide &amp; its making</invention-title>
      </bibliographic-data>
    </exchange-document>
    <exchange-document country="ES" doc-number="1" status="not found"/>
  </exchange-documents>
</ops:world-patent-data>`;
const st96 = `<pat:PatentPublication xmlns:pat="http://www.wipo.int/standards/XMLSchema/ST96/Patent" xmlns:com="http://www.wipo.int/standards/XMLSchema/ST96/Common">
  <pat:BibliographicData com:st96Version="V5_0">
    <pat:PatentPublicationIdentification><com:IPOfficeCode>CN</com:IPOfficeCode><pat:PublicationNumber>119000001</pat:PublicationNumber><com:PatentDocumentKindCode>A</com:PatentDocumentKindCode><com:PublicationDate>2025-01-14</com:PublicationDate></pat:PatentPublicationIdentification>
    <pat:ApplicationIdentification><com:IPOfficeCode>CN</com:IPOfficeCode><pat:FilingDate>2023-07-05+08:00</pat:FilingDate></pat:ApplicationIdentification>
    <pat:InventionTitle com:languageCode="zh">一种层状氧化物</pat:InventionTitle>
    <pat:PartyBag><pat:ApplicantBag><pat:Applicant><com:PublicationContact><com:Name><com:OrganizationName><com:OrganizationStandardName>示例材料</com:OrganizationStandardName></com:OrganizationName></com:Name></com:PublicationContact></pat:Applicant></pat:ApplicantBag></pat:PartyBag>
  </pat:BibliographicData>
</pat:PatentPublication>`;
const st97 = JSON.stringify({
  patentGrantPublication: {
    bibliographicData: {
      patentGrantIdentification: {
        ...{
          ipOfficeCode: "US",
          patentNumber: "19000001",
          patentDocumentKindCode: "B2",
          grantDate: "2025-03-04",
        },
      },
      applicationIdentification: { ipOfficeCode: "US", filingDate: "2022-02-02" },
      priorityClaimBag: { priorityClaim: [{ filingDate: "2021-02-03" }, { filingDate: "2021-05-01" }] },
      inventionTitle: { languageCode: "en", value: "Iron phosphate of long life" },
      partyBag: {
        applicantBag: {
          applicant: [{ name: { organizationName: { organizationStandardName: "Sample Cells" } } }],
        },
      },
    },
  },
});

const read = async (text: string, name: string): Promise<readonly RecordRow[]> => {
  const table = await openTable(Buffer.from(text), name, fileLimits);
  const rows: TableRow[] = [];
  for await (const piece of table.pieces) rows.push(...piece);
  const reader = createRecordReader(registers.patent as never);
  const heading = reader.readRecordHeading(rows[0]?.cells ?? []);
  if (!heading) throw new Error("no heading");
  expect(heading.unknown).toEqual([]);
  return rows.slice(1).flatMap((row) => reader.toImportRow(heading, row) ?? []);
};

describe("[PT8] files of open patent services", () => {
  it("ST.36: numbers, the English title, the first priority, each applicant once", async () => {
    const [row, ...more] = await read(st36, "family.xml");
    expect(more).toEqual([]);
    expect(row?.faults).toEqual([]);
    expect(row?.values).toMatchObject({
      number: "EP9000001B1",
      title: { zh: null, en: "A layered oxide & its making" },
      family: "91000001",
      holder: "SAMPLE CATHODES [US]; Example Institute",
      office: "EP",
      ...{ priorityOn: "2018-03-11", filedOn: "2019-05-01", grantedOn: "2024-03-06" },
      node: null,
    });
  });
  it("ST.36: the dates of a family stand with the member, outside of its document", async () => {
    const member = (kind: string, day: string) => `<ops:family-member family-id="91000002">
      <publication-reference><document-id><date>${day}</date></document-id></publication-reference>
      <application-reference><document-id><date>20200902</date></document-id></application-reference>
      <priority-claim><document-id><date>20190903</date></document-id></priority-claim>
      <exchange-document country="US" doc-number="9000002" kind="${kind}"><bibliographic-data>
        <invention-title lang="en">A cell</invention-title>
      </bibliographic-data></exchange-document></ops:family-member>`;
    const text = `<ops:patent-family xmlns:ops="http://ops.epo.org">${member("A1", "20220303")}${member("B2", "20240102")}</ops:patent-family>`;
    const rows = await read(text, "family.xml");
    const dates = { filedOn: "2020-09-02", priorityOn: "2019-09-03", family: "91000002" };
    expect(rows.map(({ values }) => values)).toMatchObject([
      { number: "US9000002A1", grantedOn: null, ...dates },
      { number: "US9000002B2", grantedOn: "2024-01-02", ...dates },
    ]);
  });
  it("names applicants who have no room among the holders in the note", async () => {
    const many = Array.from({ length: 12 }, (_, at) => `Institute of long names number ${at}`);
    const applicants = many.map((name) => `<applicant-name><name>${name}</name></applicant-name>`).join("");
    const [row] = await read(
      `<exchange-document country="CN" doc-number="1" kind="C">${applicants}</exchange-document>`,
      "many.xml",
    );
    const { holder, note } = row?.values ?? {};
    expect(String(holder).length).toBeLessThanOrEqual(160);
    for (const name of many) expect(`${holder}; ${note}`).toContain(name);
  });
  it("ST.96: a published application is not granted", async () => {
    expect((await read(st96, "one.xml"))[0]?.values).toMatchObject({
      ...{
        number: "CN119000001A",
        office: "CN",
        holder: "示例材料",
        title: { zh: "一种层状氧化物", en: null },
      },
      ...{ filedOn: "2023-07-05", grantedOn: null, priorityOn: null },
    });
  });
  it("ST.97: the same in JSON", async () => {
    expect((await read(st97, "one.json"))[0]?.values).toMatchObject({
      ...{ number: "US19000001B2", title: { en: "Iron phosphate of long life" }, holder: "Sample Cells" },
      ...{ filedOn: "2022-02-02", grantedOn: "2025-03-04", priorityOn: "2021-02-03" },
    });
  });
  it.each([
    ["other.xml", "<html><body/></html>", "noPatents"],
    ["broken.xml", "<exchange-documents><exchange-document", "damaged"],
    ["entities.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "entities"],
    ["broken.json", "{", "damaged"],
    ["deep.json", `${"[".repeat(5000)}${"]".repeat(5000)}`, "damaged"],
    ["deep.xml", `${"<a>".repeat(200)}${"</a>".repeat(200)}`, "damaged"],
    ["empty.json", "{}", "noPatents"],
  ])("refuses %s", async (name, text, rule) => {
    await expect(openTable(Buffer.from(text), name, fileLimits)).rejects.toMatchObject({ rule });
  });
});
