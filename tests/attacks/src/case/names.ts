import { strict as assert } from "node:assert";
import { findAccount, signIn } from "@lilink/test-exchange/sign-in";
import { mustMutate, mustQuery } from "../must.ts";
import type { Case, World } from "../world.ts";

type Found = { readonly items: readonly { readonly publicId: string; readonly nameZh: string }[] };
type Alike = readonly { readonly nameZh: string; readonly nameEn: string | null }[];
type Claims = {
  readonly items: readonly {
    readonly organization: { readonly nameZh: string };
    readonly alike: Alike;
    readonly oddLetters: readonly string[];
  }[];
};

/** Every way to write the firm's name that a reader takes for it: no letter, character or sign of these is the real one's. */
const disguises = (zh: string, en: string): readonly (readonly [string, string, string | null])[] => [
  ["traditional characters", zh.replace("岭", "嶺"), null],
  ["the same name twice", zh, en],
  ["blanks and signs between", [...zh].join(" "), null],
  [
    "full width",
    "某某公司",
    [...en]
      .map((one) => (/[!-~]/.test(one) ? String.fromCharCode(one.charCodeAt(0) + 0xfee0) : one))
      .join(""),
  ],
  ["Cyrillic letters", "另一公司", en.replaceAll("a", "а").replaceAll("i", "і")],
  ["a capital of another script", "又一公司", en.replace("N", "Ν")],
  ["one for l and nought for o", "第四公司", en.replaceAll("l", "1").replaceAll("o", "0")],
  ["accents", "第五公司", en.replaceAll("a", "á")],
];

async function firm({ owner }: World): Promise<readonly [string, string]> {
  const { rows } = await owner.query<{ zh: string; en: string }>(
    `select o.name_zh as zh, o.name_en as en from organization o join membership m on m.organization_id = o.id
      join person p on p.id = m.person_id where p.email = 'buyer@cathode.example'`,
  );
  const [{ zh, en } = { zh: "", en: "" }] = rows;
  assert.ok(zh.includes("岭") && en.includes("N") && en.includes("a"), `${zh} ${en}`);
  // Whoever registers is no invented body.
  return [zh.replace("(虚构)", ""), en.replace(" (fictional)", "")];
}

export const names: readonly Case[] = [
  {
    name: "names: the directory finds a name in traditional and in simplified characters, and in letters that look like its own",
    run: async (world) => {
      const { visitor } = world.who;
      const find = async (q: string) => (await mustQuery<Found>(visitor, "organization.list", { q })).items;
      const [zh, en] = await firm(world);
      for (const [plain, other] of [
        ["锂", "鋰"],
        ["锂业", "鋰業"],
        ["南岭", "南嶺"],
        [zh.slice(0, 4), [...zh.slice(0, 4)].join("\u200b")],
        [en.slice(0, 6), en.slice(0, 6).replaceAll("a", "а")],
        [en.slice(0, 6), en.slice(0, 6).toUpperCase()],
      ] as const) {
        const [as, too] = [await find(plain), await find(other)];
        assert.ok(as.length > 0, `${plain} finds nothing`);
        assert.deepEqual(too, as, `${other} finds other bodies than ${plain}`);
      }
      assert.deepEqual(await find("%"), []);
      assert.deepEqual(await find("_"), []);
    },
  },
  {
    name: "names: whoever registers a name like another's is told, and the officer who verifies it sees both",
    run: async (world) => {
      const { owner, who } = world;
      const [zh, en] = await firm(world);
      const { publicId } = await mustQuery<{ publicId: string }>(who.buyer, "organization.loadOwn", {});
      const registrant = {
        url: world.url,
        cookie: await signIn(world.url, findAccount(world.exchange.dataDir, "newcomer@firm.example")),
      };
      for (const [what, nameZh, nameEn] of disguises(zh, en)) {
        const told = await mustQuery<Alike>(registrant, "organization.alike", { nameZh, nameEn });
        assert.ok(
          told.some((one) => one.nameZh.startsWith(zh)),
          `${what} is not told while typing`,
        );
        const made = await mustMutate<{ publicId: string; alike: Alike }>(
          registrant,
          "organization.register",
          {
            kind: "enterprise",
            ...{
              nameZh,
              nameEn,
              country: "DE",
              links: ["materials"],
              codeScheme: "lei",
              code: "529900T8BM49AURSDO55",
            },
            statement: "We make cathode material as well.",
          },
        );
        try {
          assert.ok(
            made.alike.some((one) => one.nameZh.startsWith(zh)),
            `${what} is not told at registration`,
          );
          const { items } = await mustQuery<Claims>(who.officer, "claim.list", { limit: 100 });
          const claim = items.find(({ organization }) => organization.nameZh === nameZh);
          assert.ok(
            claim?.alike.some((one) => one.nameZh.startsWith(zh)),
            `${what} is not shown to the officer`,
          );
          if (what.startsWith("Cyrillic")) assert.deepEqual(claim?.oddLetters, ["а", "і"]);
        } finally {
          await owner.query(
            "delete from claim c using organization o where o.id = c.organization_id and o.public_id = $1",
            [made.publicId],
          );
          await owner.query("update organization set status = 'withdrawn' where public_id = $1", [
            made.publicId,
          ]);
        }
      }
      const own = await mustQuery<Alike>(who.buyer, "organization.alike", {
        nameZh: "完全不同的名称",
        nameEn: "Quite Another",
      });
      assert.deepEqual(own, []);
      assert.ok(publicId);
    },
  },
];
