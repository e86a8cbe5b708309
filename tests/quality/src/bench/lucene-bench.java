import java.nio.file.*;
import java.util.*;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.MMapDirectory;

/** Arguments: folder for the index, corpus, queries, queries of common words, whole postings. Prints a line "name value" for each figure. */
class LuceneBench {
  public static void main(String[] args) throws Exception {
    var directory = new MMapDirectory(Path.of(args[0]));
    var config = new IndexWriterConfig(new WhitespaceAnalyzer()).setSimilarity(new BM25Similarity(1.2f, 0.75f));
    config.setRAMBufferSizeMB(256);
    var kind = new FieldType(TextField.TYPE_NOT_STORED);
    kind.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    kind.freeze();
    long start = System.nanoTime();
    try (var writer = new IndexWriter(directory, config); var lines = Files.newBufferedReader(Path.of(args[1]))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        var document = new Document();
        document.add(new Field("text", line.substring(2), kind));
        document.add(new StringField("passes", line.substring(0, 1), Field.Store.NO));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
      writer.commit();
    }
    System.out.println("buildMs " + (System.nanoTime() - start) / 1e6);
    long bytes = 0;
    for (String file : directory.listAll()) bytes += directory.fileLength(file);
    System.out.println("bytes " + bytes);
    var searcher = new IndexSearcher(DirectoryReader.open(directory));
    searcher.setSimilarity(new BM25Similarity(1.2f, 0.75f));
    searcher.setQueryCache(null);
    measure("search", searcher, Path.of(args[2]), 10, false, 5);
    measure("filtered", searcher, Path.of(args[2]), 10, true, 5);
    measure("common", searcher, Path.of(args[3]), 10, false, 5);
    measure("pairs", searcher, Path.of(args[4]), 20, false, 2);
  }

  /** Prints the best time of each query over some rounds. */
  static void measure(String name, IndexSearcher searcher, Path file, int k, boolean filtered, int rounds) throws Exception {
    var lines = Files.readAllLines(file);
    var best = new double[lines.size()];
    Arrays.fill(best, Double.MAX_VALUE);
    for (int round = 0; round < rounds; round++) {
      for (int at = 0; at < best.length; at++) {
        var words = new BooleanQuery.Builder();
        for (String word : lines.get(at).split(" ")) words.add(new TermQuery(new Term("text", word)), BooleanClause.Occur.SHOULD);
        Query query = words.build();
        if (filtered) {
          query = new BooleanQuery.Builder().add(query, BooleanClause.Occur.MUST)
              .add(new TermQuery(new Term("passes", "1")), BooleanClause.Occur.FILTER).build();
        }
        long start = System.nanoTime();
        searcher.search(query, k);
        best[at] = Math.min(best[at], (System.nanoTime() - start) / 1e6);
      }
    }
    for (double ms : best) System.out.println(name + " " + ms);
  }
}
