import java.nio.file.*;
import java.util.*;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/** Arguments: en or zh, documents, queries ("id TAB text" a line), depth. Prints "name TAB value" and "hit TAB query TAB document TAB score". */
class LucenePeer {
  public static void main(String[] args) throws Exception {
    boolean chinese = args[0].equals("zh");
    Analyzer analyzer = chinese ? new CJKAnalyzer(CharArraySet.EMPTY_SET) : new EnglishAnalyzer();
    var similarity = chinese ? new BM25Similarity(0.9f, 0.4f) : new BM25Similarity(1.2f, 0.75f);
    var directory = new ByteBuffersDirectory();
    var lines = Files.readAllLines(Path.of(args[1]));
    long start = System.nanoTime();
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setSimilarity(similarity))) {
      for (String line : lines) {
        String[] cells = line.split("\t", 2);
        var document = new Document();
        document.add(new StringField("id", cells[0], Field.Store.YES));
        document.add(new TextField("text", cells[1], Field.Store.NO));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
      writer.commit();
    }
    System.out.println("buildMs\t" + (System.nanoTime() - start) / 1e6);
    long bytes = 0;
    for (String file : directory.listAll()) bytes += directory.fileLength(file);
    System.out.println("bytes\t" + bytes);
    var searcher = new IndexSearcher(DirectoryReader.open(directory));
    searcher.setSimilarity(similarity);
    var builder = new QueryBuilder(analyzer);
    for (String line : Files.readAllLines(Path.of(args[2]))) {
      String[] cells = line.split("\t", 2);
      long asked = System.nanoTime();
      Query query = builder.createBooleanQuery("text", cells[1]);
      ScoreDoc[] hits = query == null ? new ScoreDoc[0] : searcher.search(query, Integer.parseInt(args[3])).scoreDocs;
      double ms = (System.nanoTime() - asked) / 1e6;
      for (ScoreDoc hit : hits)
        System.out.println("hit\t" + cells[0] + "\t" + searcher.storedFields().document(hit.doc).get("id") + "\t" + hit.score);
      System.out.println("ms\t" + cells[0] + "\t" + ms);
    }
  }
}
