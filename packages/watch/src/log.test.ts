import { expect, it } from "vitest";
import { createLog, takeConsole } from "./log.ts";
import { inRequest } from "./request-id.ts";

const token = "hush-4711-token";

function openLog() {
  const written: string[] = [];
  return { written, log: createLog("web", "info", { write: (line) => void written.push(line) }) };
}

it("[OB4] writes one JSON object a line, with the request that it belongs to", () => {
  const { written, log } = openLog();
  inRequest("1f0c", () => log.info({ path: "posting.load" }, "two\nlines"));
  expect(written).toHaveLength(1);
  expect(written[0]).toMatch(/^[^\n]+\n$/);
  expect(JSON.parse(written[0] ?? "")).toMatchObject({
    process: "web",
    request: "1f0c",
    path: "posting.load",
    msg: "two\nlines",
  });
});

it("[OB4] says of an error its kind and place, and nothing that it quotes", () => {
  const { written, log } = openLog();
  const cause = Object.assign(new Error(`Key (email)=(${token}) already exists`), {
    code: "23505",
    detail: token,
  });
  log.error(
    { err: new Error(`Failed query: insert into x values ('${token}')`, { cause }) },
    "a call failed",
  );
  log.error(new Error(token));
  expect(written.join("")).not.toContain(token);
  expect(JSON.parse(written[0] ?? "").err).toMatchObject({ error: "Error < 23505" });
});

it("[OB4] leaves out a field whose name looks like a secret, at any depth", () => {
  const { written, log } = openLog();
  const secrets = {
    password: token,
    cookie: token,
    authorization: token,
    token,
    secret: token,
    code: token,
    key: token,
  };
  log.info({ ...secrets, headers: secrets, request: { headers: secrets } }, "a call");
  expect(written.join("")).not.toContain(token);
});

it("[OB4] takes over what others print, errors without their words", () => {
  const { written, log } = openLog();
  const printer = { log: () => {}, info: () => {}, warn: () => {}, error: () => {}, debug: () => {} };
  takeConsole(log, printer);
  (printer.error as (...given: unknown[]) => void)(" ⨯", new TypeError(token));
  (printer.log as (...given: unknown[]) => void)("ready in", 12, { password: token });
  expect(written.map((line) => JSON.parse(line).msg)).toEqual(["⨯", "ready in"]);
  expect(written.join("")).not.toContain(token);
});
