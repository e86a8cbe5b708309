import { strict as assert } from "node:assert";
import { type Answer, ask } from "../ask.ts";
import type { Case, World } from "../world.ts";

const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("-");
const pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n";

async function upload(
  { url, who, planted }: World,
  name: string,
  bytes: string | Uint8Array<ArrayBuffer>,
  given: { id?: string; kind?: string; cookie?: string } = {},
): Promise<Answer> {
  const form = new FormData();
  form.set("kind", given.kind ?? "posting");
  form.set("id", given.id ?? planted.draft);
  form.set("file", new File([bytes], name));
  return ask(`${url}/api/files`, {
    method: "POST",
    body: form,
    headers: { cookie: given.cookie ?? who.buyer.cookie, origin: url },
  });
}

const refused: readonly (readonly [string, string, Uint8Array<ArrayBuffer> | string])[] = [
  ["a program", "a.pdf", new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])],
  ["a bare archive that could be a bomb", "a.zip", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0])],
  ["a document with macros", "a.docx", "PK\u0003\u0004[Content_Types].xml word/document.xml vbaProject.bin"],
  ["the scanners' test virus", "a.txt", eicar],
  ["the test virus inside a PDF", "a.pdf", pdf + eicar],
  ["nothing", "a.txt", ""],
  ["a GIF", "a.png", "GIF89a\u0001\u0000\u0001"],
];

const names = [
  "../../secrets.json",
  "..\\..\\x.pdf",
  "C:\\CON.pdf",
  "a\r\nSet-Cookie: x=1.pdf",
  `${"\u202e"}fdp.exe`,
  '"><script>alert(1)</script>.pdf',
  `${"锂".repeat(99)}.pdf`,
  ".htaccess",
  "a.pdf\0.html",
];

export const files: readonly Case[] = [
  ...refused.map(([what, name, bytes]) => ({
    name: `files: ${what} is refused`,
    run: async (world: World) => {
      const answer = await upload(world, name, bytes);
      assert.ok(answer.status >= 400 && answer.status < 500, `${answer.status} ${answer.text}`);
    },
  })),
  {
    name: "files: a page or a picture with a script leaves as plain text, to be stored and never shown",
    run: async (world) => {
      for (const [name, text] of [
        ["a.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
        ["a.html", "<script>alert(1)</script>"],
      ] as const) {
        const sent = await upload(world, name, text);
        assert.equal(sent.status, 201, sent.text);
        const { publicId } = JSON.parse(sent.text) as { publicId: string };
        const { headers } = await ask(`${world.url}/api/files/${publicId}`, {
          headers: { cookie: world.who.buyer.cookie },
        });
        assert.match(headers.get("content-type") ?? "", /^text\/plain/);
        assert.match(headers.get("content-disposition") ?? "", /^attachment;/);
        assert.match(headers.get("content-security-policy") ?? "", /sandbox/);
        assert.equal(headers.get("x-content-type-options"), "nosniff");
        assert.match(headers.get("cache-control") ?? "", /no-store/);
      }
    },
  },
  {
    name: "files: a name is a name: no folder, no header, no turned reading order",
    run: async (world) => {
      for (const given of names) {
        const sent = await upload(world, given, pdf);
        assert.equal(sent.status, 201, `${given}: ${sent.text}`);
        const { name, publicId } = JSON.parse(sent.text) as { name: string; publicId: string };
        assert.doesNotMatch(name, /[\\/:"<>|*?\r\n\0\u202e]|^\./, given);
        assert.match(name, /\.pdf$/);
        const { headers } = await ask(`${world.url}/api/files/${publicId}`, {
          headers: { cookie: world.who.buyer.cookie },
        });
        assert.equal(headers.get("set-cookie"), null);
      }
    },
  },
  {
    name: "files: what is too large is refused before it is read, and a stranger adds to and reads nothing",
    run: async (world) => {
      const { url, who } = world;
      assert.equal((await upload(world, "big.txt", "x".repeat(11 * 1024 * 1024))).status, 413);
      const { publicId } = JSON.parse((await upload(world, "secret.txt", "zqdraftzqfile")).text) as {
        publicId: string;
      };
      for (const role of [
        "visitor",
        "newcomer",
        "rival",
        "supplier",
        "professor",
        "regulator",
        "officer",
      ] as const) {
        const { cookie } = who[role];
        const read = await ask(`${url}/api/files/${publicId}`, { headers: { cookie } });
        assert.equal(read.status, 404, `${role} reads the file of a draft`);
        const added = await upload(world, "x.txt", "mine", { cookie });
        assert.ok([401, 403, 404].includes(added.status), `${role} adds a file: ${added.status}`);
        const thread = await upload(world, "x.txt", "mine", {
          cookie,
          kind: "introduction",
          id: world.planted.introduction,
        });
        assert.ok(
          role === "supplier" ? thread.status === 201 : [401, 403, 404].includes(thread.status),
          `${role}: ${thread.status}`,
        );
      }
    },
  },
];
