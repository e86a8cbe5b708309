import { toPostingFilter } from "@lilink/contract";
import { createTranslator, placeName, toDay } from "@lilink/i18n";
import { windowOf } from "@lilink/model/posting";
import { conceptName, unitName } from "#features/posting/view.ts";
import { listExport } from "#lib/define-export.ts";
import { runtime } from "#lib/runtime.ts";

const day = (date: Date | null) => date && toDay(date);

/** The postings that the page finds: the same search, the same reader, the same fields. */
export const foundPostings = listExport({
  most: 2000,
  list: (api, { params }) => {
    const filter = toPostingFilter(params);
    return (turn) => api.search.postings({ ...filter, ...turn });
  },
  table: (locale) => {
    const name = createTranslator(locale, "search.column");
    const posting = createTranslator(locale, "posting");
    const link = createTranslator(locale, "common.link");
    const { publicUrl } = runtime().config;
    return {
      name: createTranslator(locale, "search")("title"),
      columns: [
        [name("title"), ({ fields }) => fields.title],
        [name("kind"), (row) => posting(`kind.${row.kind}`)],
        [name("link"), (row) => link(row.link)],
        [name("concept"), (row) => conceptName(row.concept, locale)],
        [name("amount"), ({ fields }) => fields.volume?.amount],
        [name("unit"), ({ fields }) => fields.volume && unitName(fields.volume.unit, locale)],
        [name("from"), ({ fields }) => fields.volume && windowOf(fields.volume).from],
        [name("to"), ({ fields }) => fields.volume && windowOf(fields.volume).to],
        [name("region"), ({ fields }) => fields.region && placeName(fields.region, locale)],
        [name("maturity"), ({ fields }) => fields.maturity && posting(`maturity.${fields.maturity}`)],
        [
          name("cooperation"),
          ({ fields }) => fields.cooperation?.map((form) => posting(`cooperation.${form}`)).join(" / "),
        ],
        [name("summary"), ({ fields }) => fields.summary],
        [name("organization"), ({ fields }) => fields.identity?.name],
        [name("age"), (row) => day(row.publishedAt)],
        [name("validUntil"), (row) => day(row.validUntil)],
        [name("address"), (row) => `${publicUrl}/postings/${row.publicId}`],
      ],
    };
  },
});
