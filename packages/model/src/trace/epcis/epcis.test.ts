import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { preHashes } from "../index.ts";
import vectors from "../testing/epcis.vectors.json" with { type: "json" };
import { canonicalTime, canonicalValue } from "./canonical-value.ts";
import { toDigitalLink } from "./digital-link.ts";

describe("the text over which an event is hashed", () => {
  it.each(vectors.documents.map((one) => [one.name, one] as const))(
    "[TR31] %s",
    (_, { document, texts, hashes }) => {
      expect(preHashes(document)).toEqual(texts);
      const ids = preHashes(document).map((text) => createHash("sha256").update(text).digest("hex"));
      expect(ids.map((id) => `ni:///sha-256;${id}?ver=CBV2.0`)).toEqual(hashes);
    },
  );

  it("[TR31] does not depend on the order of keys, of lists or on who counts the time", () => {
    const event = {
      type: "ObjectEvent",
      eventTime: "2026-01-02T08:00:00+08:00",
      eventTimeZoneOffset: "+08:00",
      epcList: ["urn:x:1", "urn:x:2"],
      action: "OBSERVE",
      bizTransactionList: [{ type: "po", bizTransaction: "urn:a" }],
      recordTime: "2026-01-03T00:00:00Z",
      eventID: "urn:uuid:1",
      errorDeclaration: { reason: "did_not_occur" },
    };
    const other = {
      bizTransactionList: [{ bizTransaction: "urn:a", type: "po" }],
      action: "OBSERVE",
      epcList: ["urn:x:2", "urn:x:1"],
      eventTimeZoneOffset: "+08:00",
      eventTime: "2026-01-02T00:00:00.000Z",
      type: "ObjectEvent",
    };
    const textOf = (one: object) => preHashes({ epcisBody: { eventList: [one] } })[0];
    expect(textOf(other)).toBe(textOf(event));
    expect(textOf({ ...other, action: "ADD" })).not.toBe(textOf(other));
  });

  it("[TR31] a document without events is refused by its field", () => {
    expect(() => preHashes({ epcisBody: {} })).toThrow("INVALID_INPUT");
    expect(() => preHashes(null)).toThrow("INVALID_INPUT");
  });
});

describe("identifiers of GS1", () => {
  // From the reference implementation's page of every key.
  it.each([
    ["urn:epc:id:sgtin:4012345.012345.12", "01/04012345123456/21/12"],
    ["urn:epc:id:sscc:4012345.0000000333", "00/040123450000003338"],
    ["urn:epc:id:grai:4012345.66666.87", "8003/0401234566666387"],
    ["urn:epc:id:giai:4012345.AAbb", "8004/4012345AAbb"],
    ["urn:epc:id:gsrn:4012345.9876540000", "8018/401234598765400000"],
    ["urn:epc:id:gsrnp:4012345.0000098765", "8017/401234500000987658"],
    ["urn:epc:id:gdti:4012345.55555.98", "253/401234555555498"],
    ["urn:epc:id:cpi:4012345.ABC.123", "8010/4012345ABC/8011/123"],
    ["urn:epc:id:sgcn:4012345.99999.44", "255/401234599999044"],
    ["urn:epc:id:ginc:4012345.333", "401/4012345333"],
    ["urn:epc:id:gsin:4012345.999987654", "402/40123459999876541"],
    ["urn:epc:id:itip:4012345.012345.01.02.999", "8006/040123451234560102/21/999"],
    ["urn:epc:id:upui:4012345.012345.AB12", "01/04012345123456/235/AB12"],
    ["urn:epc:class:lgtin:4054739.099914.20160711", "01/04054739999148/10/20160711"],
    ["urn:epc:idpat:sgtin:4054739.099914.*", "01/04054739999148"],
    ["urn:epc:idpat:grai:4012345.66666.*", "8003/04012345666663"],
    ["urn:epc:idpat:gdti:4012345.55555.*", "253/4012345555554"],
    ["urn:epc:idpat:sgcn:4012345.99999.*", "255/4012345999990"],
    ["urn:epc:idpat:cpi:4012345.ABC.*", "8010/4012345ABC"],
    ["urn:epc:idpat:itip:4012345.012345.01.02.*", "8006/040123451234560102"],
    ["https://id.example.com/8003/040123450007718765", "8003/040123450007718765"],
    ["https://example.com/some/gtin/4012345123456/lot/A1/ser/9?x=1", "01/04012345123456/21/9"],
  ])("[TR31] %s", (uri, link) => {
    expect(toDigitalLink(uri)).toBe(`https://id.gs1.org/${link}`);
  });

  it("[TR31] what is none stays as it is", () => {
    for (const text of [
      "urn:epcglobal:cbv:bt:5200001000008:4711",
      "http://transaction.acme.com/po/12345678",
      "1.5",
    ])
      expect(toDigitalLink(text)).toBeNull();
  });

  it.each([
    ["2023-02-02T11:04:03.1415Z", "2023-02-02T11:04:03.142Z"],
    ["2023-02-02T11:04:03.1414Z", "2023-02-02T11:04:03.141Z"],
    ["2023-02-02T11:04:03.1425Z", "2023-02-02T11:04:03.142Z"],
    ["2022-02-16T20:33:31.116000-06:00", "2022-02-17T02:33:31.116Z"],
    ["yesterday", "yesterday"],
  ])("[TR31] %s is %s", (text, time) => {
    expect(canonicalTime(text)).toBe(time);
  });

  it.each([
    ["23.0", "23"],
    ["007", "7"],
    ["+0.50", "0.5"],
    ["0.00005", "5e-05"],
    ["urn:epcglobal:cbv:disp:in_transit", "https://ref.gs1.org/cbv/Disp-in_transit"],
    ["AB-12", "AB-12"],
  ])("[TR31] %s is written %s", (text, value) => {
    expect(canonicalValue(text)).toBe(value);
  });
});
