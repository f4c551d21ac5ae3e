import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Empties S3's client for buckets in other regions, which is off unless somebody switches it on: each
/// of its methods throws. What it does otherwise is to set a configuration through the type that all
/// requests share, and whoever follows the references from there keeps every request of every service.
///
/// Arguments: the whole jar, and the jar to write, which holds that one class.
public final class CutCrossRegion {
  private static final String NAME =
      "software/amazon/awssdk/services/s3/internal/crossregion/S3CrossRegionSyncClient.class";
  private static final ClassDesc THROWN = ClassDesc.of("java.lang.UnsupportedOperationException");

  private CutCrossRegion() {}

  public static void main(String[] args) throws IOException {
    try (ZipFile whole = new ZipFile(args[0]);
        ZipOutputStream cut = new ZipOutputStream(Files.newOutputStream(Path.of(args[1])))) {
      cut.putNextEntry(new ZipEntry(NAME));
      cut.write(emptied(whole.getInputStream(whole.getEntry(NAME)).readAllBytes()));
      cut.closeEntry();
    }
  }

  private static byte[] emptied(byte[] original) {
    ClassFile file = ClassFile.of(ClassFile.ConstantPoolSharingOption.NEW_POOL);
    ClassModel model = file.parse(original);
    ClassTransform bodies =
        ClassTransform.transformingMethods(
            (builder, element) -> {
              if (element instanceof CodeModel) {
                builder.withCode(CutCrossRegion::refuse);
              } else {
                builder.with(element);
              }
            });
    return file.transformClass(model, bodies);
  }

  private static void refuse(CodeBuilder code) {
    code.new_(THROWN)
        .dup()
        .invokespecial(THROWN, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
        .athrow();
  }
}
