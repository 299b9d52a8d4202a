import com.adobe.epubcheck.tool.EpubChecker;

/** Checks EPUBs in one start of Java. Arguments: an EPUB and where its report goes, again and again. */
class CheckAll {
    public static void main(String[] paths) {
        for (int i = 0; i < paths.length; i += 2) {
            new EpubChecker().run(new String[] {paths[i], "--failonwarnings", "-u", "--json", paths[i + 1]});
        }
    }
}
