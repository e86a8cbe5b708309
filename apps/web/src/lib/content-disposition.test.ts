import { expect, it } from "vitest";
import { attachmentOf } from "./content-disposition.ts";

it("[PO9] names a file in every script and lets no name end the header", () => {
  expect(attachmentOf("report 1.pdf")).toBe(
    `attachment; filename="report 1.pdf"; filename*=UTF-8''report%201.pdf`,
  );
  expect(attachmentOf("报价.pdf")).toBe(
    `attachment; filename="__.pdf"; filename*=UTF-8''%E6%8A%A5%E4%BB%B7.pdf`,
  );
  expect(attachmentOf('a"; x=\r\n.pdf')).not.toMatch(/[\r\n]|a"/);
  expect(attachmentOf("it's (1).pdf")).toContain("UTF-8''it%27s%20%281%29.pdf");
});
