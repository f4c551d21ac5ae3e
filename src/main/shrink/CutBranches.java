import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Cuts off branches of the SDK that this program never takes, and from which whoever follows the
/// references keeps every request of a service, or of every service.
///
/// - S3's client for buckets in other regions, which is off unless somebody switches it on, sets a
///   configuration through the type that all requests share: each of its methods throws.
/// - DynamoDB looks into each kind of request for the ARN of a table in another account. Tables are
///   named here, and a name has no account in it: those methods do nothing.
///
/// Arguments: the whole jar, and the jar to write, which holds these classes only.
public final class CutBranches {
  private static final ClassDesc THROWN = ClassDesc.of("java.lang.UnsupportedOperationException");

  private static final List<Branch> BRANCHES =
      List.of(
          new Branch(
              "software/amazon/awssdk/services/s3/internal/crossregion/S3CrossRegionSyncClient.class",
              _ -> true,
              CutBranches::refuse),
          new Branch(
              "software/amazon/awssdk/services/dynamodb/endpoints/internal/DynamoDbResolveEndpointInterceptor.class",
              CutBranches::looksForArn,
              CodeBuilder::return_));

  private CutBranches() {}

  public static void main(String[] args) throws IOException {
    try (ZipFile whole = new ZipFile(args[0]);
        ZipOutputStream cut = new ZipOutputStream(Files.newOutputStream(Path.of(args[1])))) {
      for (Branch branch : BRANCHES) {
        cut.putNextEntry(new ZipEntry(branch.name()));
        cut.write(
            branch.cut(whole.getInputStream(whole.getEntry(branch.name())).readAllBytes()));
        cut.closeEntry();
      }
    }
  }

  private static boolean looksForArn(MethodModel method) {
    return method.methodName().equalsString("setContextParams")
        || method.methodName().equalsString("setOperationContextParams");
  }

  private static void refuse(CodeBuilder code) {
    code.new_(THROWN)
        .dup()
        .invokespecial(THROWN, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
        .athrow();
  }

  /// @param name of the class, as the jar spells it
  /// @param methods which of its methods to cut
  /// @param body what they do instead
  private record Branch(String name, Predicate<MethodModel> methods, Consumer<CodeBuilder> body) {
    byte[] cut(byte[] original) {
      ClassFile file = ClassFile.of(ClassFile.ConstantPoolSharingOption.NEW_POOL);
      ClassModel model = file.parse(original);
      if (model.methods().stream().noneMatch(methods)) {
        throw new IllegalStateException("nothing to cut in " + name);
      }
      ClassTransform bodies =
          ClassTransform.transformingMethods(
              methods,
              (builder, element) -> {
                if (element instanceof CodeModel) {
                  builder.withCode(body);
                } else {
                  builder.with(element);
                }
              });
      return file.transformClass(model, bodies);
    }
  }
}
